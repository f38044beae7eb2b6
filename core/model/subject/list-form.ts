import type { Attribute, Name, Parsed, Rdn } from './name';
import { derAttribute, textAttribute } from './value';

/** A name that is written as a list, and the spacing, which shows what printed it. */
export interface ListForm {
  readonly name: Name;
  /** Whether there are spaces around an equals sign. */
  readonly spacedEquals: boolean;
  /** Whether there is a space or a line end after a comma or semicolon. */
  readonly spacedCommas: boolean;
}

const TYPE = /\s*([A-Za-z][A-Za-z0-9-]*|(?:oid\.)?[0-9]+(?:\.[0-9]+)+)([ \t]*)=([ \t]*)/iy;
const SEPARATOR = /[ \t]*([,;+\n])([ \t\n]*)/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/sy;
const HEX = /#((?:[0-9A-Fa-f]{2})+)(?=\s*(?:[,;+\n]|$))/y;
const BARE = /(?:[^\\,;+\n"]|\\.)*/sy;

/**
 * Parses `CN=a,O=b` and similar lists: parts separated by commas, semicolons or line ends, attributes of one part by `+`; values with
 * escapes or in quotes; spaces anywhere between them.
 */
export function readListForm(text: string): Parsed<ListForm> {
  const name: Attribute[][] = [[]];
  let at = 0;
  let spacedEquals = false;
  let spacedCommas = false;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const [whole, type = '', before, after] = match(TYPE) ?? [];
    if (whole === undefined) return notAnAttribute(text.slice(at));
    spacedEquals ||= before !== '' || after !== '';
    const hex = match(HEX)?.[1];
    const quoted = hex === undefined ? match(QUOTED)?.[1] : undefined;
    const bytes = hex === undefined ? unescaped(quoted ?? trimmed(match(BARE)?.[0] ?? '')) : [];
    if (bytes === undefined) return { problem: { reason: 'invalid-escape', type } };
    const attribute = hex === undefined ? textAttribute(type, bytes) : derAttribute(type, hex);
    if ('problem' in attribute) return attribute;
    name.at(-1)?.push(attribute.value);
    if (text.slice(at).trim() === '') return { value: { name: name as readonly Rdn[], spacedEquals, spacedCommas } };
    const [separated, separator, space] = match(SEPARATOR) ?? [];
    if (separated === undefined) return notAnAttribute(text.slice(at));
    if (separator === '+') continue;
    name.push([]);
    spacedCommas ||= separator === '\n' || space !== '';
  }
}

function notAnAttribute(rest: string): Parsed<never> {
  const text = rest.trim();
  return {
    problem: text === '' ? { reason: 'missing-attribute' } : { reason: 'not-an-attribute', text, form: 'list' },
  };
}

/** The value without the unescaped spaces at its end. */
function trimmed(value: string): string {
  const [kept = ''] = /^(?:[^\\]|\\.)*?(?=\s*$)/s.exec(value) ?? [];
  return kept;
}

const PIECE = /\\([0-9A-Fa-f]{2})|\\([ ,+"\\<>;=#/])|([^\\])/suy;

/** The bytes of a value; undefined if an escape is invalid. */
function unescaped(value: string): readonly number[] | undefined {
  if (!value.includes('\\')) return [...Buffer.from(value)];
  const bytes: number[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < value.length) {
    const piece = PIECE.exec(value);
    if (!piece) return undefined;
    const [, hex, escaped, plain] = piece;
    bytes.push(...(hex === undefined ? Buffer.from(escaped ?? plain ?? '') : [Number.parseInt(hex, 16)]));
  }
  return bytes;
}
