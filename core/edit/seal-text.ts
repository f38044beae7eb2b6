import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml';

/** A replacement of the text from `start` to `end`. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes the seal of a Tier document into the text of its file, and nothing else: comments, order and layout stay. The seal that it
 * replaces becomes the first of `previous`, unless it is not to be kept.
 *
 * @returns undefined if the fields cannot be edited in this text
 */
export function withSeal(text: string, tier: string, seal: string, keepsReplaced: boolean): string | undefined {
  const document = documentIn(text, tier);
  if (!document?.contents) return undefined;
  const before = document.toJS() as Fields;
  const replaced = keepsReplaced ? before.sealed : undefined;
  const edits = editsFor(text, document.contents, seal, replaced);
  if (!edits) return undefined;
  const edited = [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
  const previous = [...(replaced === undefined ? [] : [replaced]), ...(before.previous ?? [])];
  const expected = { ...before, sealed: seal, ...(previous.length > 0 && { previous }) };
  return isDeepStrictEqual(documentIn(edited, tier)?.toJS(), expected) ? edited : undefined;
}

interface Fields {
  readonly sealed?: string;
  readonly previous?: readonly string[];
}

type Root = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;
type Member = Pair<ParsedNode, ParsedNode | null>;

function documentIn(text: string, tier: string): Document.Parsed<Root> | undefined {
  const documents = parseAllDocuments(text, { keepSourceTokens: true }) as Document.Parsed[];
  return documents.find(
    ({ contents }) => isMap(contents) && textIn(contents, 'kind') === 'Tier' && textIn(contents, 'name') === tier,
  ) as Document.Parsed<Root> | undefined;
}

function textIn(map: YAMLMap, field: string): unknown {
  return map.get(field);
}

function editsFor(text: string, root: Root, seal: string, replaced: string | undefined): TextEdit[] | undefined {
  const sealed = memberOf(root, 'sealed');
  const previous = memberOf(root, 'previous');
  const added = (field: string, value: string) =>
    newField(text, root, sealed ?? memberOf(root, 'version'), field, value);
  const edits = [
    sealed ? replacedScalar(text, sealed, seal) : added('sealed', quotedAs(text, root, seal)),
    ...(replaced === undefined
      ? []
      : [previous ? firstItem(text, previous, replaced) : added('previous', `[${quotedAs(text, root, replaced)}]`)]),
  ];
  const isEditable = (edit: TextEdit | undefined): edit is TextEdit => edit !== undefined;
  return edits.every(isEditable) ? edits : undefined;
}

function memberOf(root: Root, field: string): Member | undefined {
  return root.items.find(({ key }) => isScalar(key) && key.value === field);
}

/** The value of a field, in the quotes that it has. */
function replacedScalar(text: string, { value }: Member, by: string): TextEdit | undefined {
  if (!isScalar(value) || !value.range) return undefined;
  const [start, end] = value.range;
  const quote = /^["']/.exec(text.slice(start))?.[0] ?? '';
  return { start, end, text: `${quote}${by}${quote}` };
}

/** A new first item of a list. */
function firstItem(text: string, { value }: Member, item: string): TextEdit | undefined {
  const [first] = isSeq(value) ? value.items : [];
  const start = isScalar(first) ? first.range?.[0] : undefined;
  if (!isSeq(value) || start === undefined) return undefined;
  const quote = /^["']/.exec(text.slice(start))?.[0] ?? '';
  const quoted = `${quote}${item}${quote}`;
  if (value.flow) return { start, end: start, text: `${quoted}, ` };
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const lead = /^[ \t]*-[ \t]+/.exec(text.slice(line))?.[0];
  return lead === undefined ? undefined : { start: line, end: line, text: `${lead}${quoted}${lineEnd(text)}` };
}

/** A field after another one. */
function newField(
  text: string,
  root: Root,
  after: Member | undefined,
  field: string,
  value: string,
): TextEdit | undefined {
  const [keyStart] = after?.key.range ?? [];
  const end = after?.value?.range?.[1];
  if (keyStart === undefined || end === undefined) return undefined;
  if (root.flow) return { start: end, end, text: `, ${quotedAs(text, root, field)}: ${value}` };
  const indent = text.slice(text.lastIndexOf('\n', keyStart - 1) + 1, keyStart);
  if (indent.trim() !== '') return undefined;
  const newline = /\r?\n|$/.exec(text.slice(end))?.index ?? 0;
  const at = end + newline;
  return { start: at, end: at, text: `${lineEnd(text)}${indent}${field}: ${value}` };
}

/** A word as the keys of a map are written: in double quotes in JSON. */
function quotedAs(text: string, root: Root, word: string): string {
  const start = root.items[0]?.key.range?.[0] ?? 0;
  return root.flow && text[start] === '"' ? `"${word}"` : word;
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
