import { isScalar, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Path } from '../../model';
import { cut } from '../../model/messages/shown';
import type { Range, ValueProblems } from './value-problems';

/** A node of a parsed text; null where a value is missing. */
export type Node = ParsedNode | Scalar | null;

/** A key of a map with its value. */
interface Entry {
  readonly name: string;
  readonly span: Range;
  readonly value: Node;
}

type Repeated = Pick<Entry, 'name' | 'span'>;

/** The valid entries of a map at a path, in the order in which JavaScript lists the keys, as marks need them. */
export function entriesOf(node: YAMLMap<Node, Node>, path: Path, problems: ValueProblems): readonly Entry[] {
  const names = new Set<string>();
  const repeated: Repeated[] = [];
  const entries: Entry[] = [];
  for (const [index, { key, value }] of node.items.entries()) {
    const span: Range = key?.range ? [key.range[0], key.range[1]] : [node.range?.[0] ?? 0, node.range?.[0] ?? 0];
    if (isDecimalComma(node.items[index - 1], span, value, path, problems)) continue;
    const name = nameOf(key, span, path, problems);
    if (name === undefined) continue;
    if (names.has(name)) {
      repeated.push({ name, span });
      problems.markUnknown([...path, name]);
      continue;
    }
    names.add(name);
    entries.push({ name, span, value });
  }
  reportDuplicates(repeated, path, problems);
  const numbers = entries.filter((entry) => isIndex(entry.name));
  if (numbers.length === 0) return entries;
  numbers.sort((a, b) => Number(a.name) - Number(b.name));
  return [...numbers, ...entries.filter((entry) => !isIndex(entry.name))];
}

/** Reports keys that appear twice in a map as one problem, because they usually have one cause. */
function reportDuplicates(repeated: readonly Repeated[], path: Path, problems: ValueProblems): void {
  const [first] = repeated;
  if (!first) return;
  const names = [...new Set(repeated.map(({ name }) => `'${cut(name)}'`))];
  const listed = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
  const message = `${names.length === 1 ? 'key' : 'keys'} ${listed} ${names.length === 1 ? 'appears' : 'appear'} twice in one map`;
  const inList = typeof path.at(-1) === 'number';
  const hint = inList ? "remove one of them, or start a new list item with '- '" : 'remove one of them';
  problems.local('duplicate-key', message, first.span, hint, [...path, first.name]);
}

/** Whether a key is the part of a number after its comma, as in `{ amount: 490,00 }`, which YAML reads as a field without a value. */
function isDecimalComma(
  before: YAMLMap<Node, Node>['items'][number] | undefined,
  key: Range,
  value: Node,
  at: Path,
  problems: ValueProblems,
): boolean {
  const range = before?.value?.range;
  if (!range || !isScalar(before?.value) || typeof before.value.value !== 'number') return false;
  const written = problems.text.slice(range[0], key[1]);
  if ((isScalar(value) && value.value !== null) || !/^[0-9]+,[0-9]+(\.[0-9]+)?$/.test(written)) return false;
  const path = [...at, String(isScalar(before.key) ? before.key.value : '')];
  const message = `number ${cut(written)} has a comma, which separates fields in braces`;
  problems.local('yaml-number', message, [range[0], key[1]], withoutComma(written), path);
  problems.markUnknown(path);
  return true;
}

/** The name of a key; undefined, with a problem, if the key is invalid. */
function nameOf(key: Node, span: Range, path: Path, problems: ValueProblems): string | undefined {
  if (!isScalar(key)) {
    const hint = 'write a string before the colon';
    problems.lost('keys must be strings', span, hint, path);
    // A map in braces as a key usually was meant as text.
    if (path.length > 0) problems.markUnknown(path);
    return undefined;
  }
  const name = typeof key.value === 'string' ? key.value : problems.text.slice(...span);
  if (name === '__proto__') {
    problems.lost("key '__proto__' is not allowed", span, 'remove it', [...path, name]);
    return undefined;
  }
  if (name === '<<' && key.type === 'PLAIN') {
    const hint = 'write the fields out, or use an alias for a whole value';
    problems.problem('yaml-merge', "merge key '<<' is not part of YAML 1.2", span, hint);
    return undefined;
  }
  if (typeof key.value !== 'string') {
    const shown = name === '' ? 'empty key' : `key ${cut(name)}`;
    problems.local(
      'yaml-key',
      `${shown} is not a string; keys must be strings`,
      span,
      `put it in quotes: '${cut(name)}'`,
      [...path, name],
    );
    problems.markUnknown([...path, name]);
  }
  if (problems.reportCharacter(name, span, [...path, name])) problems.markUnknown([...path, name]);
  return name;
}

/** The hint for a number with a comma. Three digits after it may be decimals or thousands. */
function withoutComma(written: string): string {
  const decimals = written.split(/[,.]/).slice(1);
  if (decimals.length === 1 && decimals[0]?.length === 3) return 'write it without a comma';
  return `write '${cut(decimals.length === 1 ? written.replace(',', '.') : written.replace(',', ''))}'`;
}

/** Whether a key is an array index, which JavaScript lists before all other keys, in numeric order. */
function isIndex(name: string): boolean {
  return /^(0|[1-9][0-9]{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1;
}
