import { isScalar, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Path } from '../../model';
import { cut } from '../../model/messages/shown';
import type { Span, ValueProblems } from './value-problems';

/** A node of a parsed text; null where a value is missing. */
export type Node = ParsedNode | Scalar | null;

/** A key of a map with its value. */
interface Entry {
  readonly name: string;
  readonly span: Span;
  readonly value: Node;
}

type Repeated = Pick<Entry, 'name' | 'span'>;

/** The entries of a map at a path that can be kept, in the order in which JavaScript lists the keys: marks follow that order. */
export function entriesOf(node: YAMLMap<Node, Node>, path: Path, problems: ValueProblems): readonly Entry[] {
  const seen = new Set<string>();
  const repeated: Repeated[] = [];
  const entries: Entry[] = [];
  for (const [index, { key, value }] of node.items.entries()) {
    const span: Span = key?.range ? [key.range[0], key.range[1]] : [node.range?.[0] ?? 0, node.range?.[0] ?? 0];
    if (isDecimalComma(node.items[index - 1], span, value, path, problems)) continue;
    const name = nameOf(key, span, path, problems);
    if (name === undefined) continue;
    if (seen.has(name)) {
      repeated.push({ name, span });
      problems.leaveOut([...path, name]);
      continue;
    }
    seen.add(name);
    entries.push({ name, span, value });
  }
  reportDuplicates(repeated, path, problems);
  const numbers = entries.filter((entry) => isIndex(entry.name));
  if (numbers.length === 0) return entries;
  numbers.sort((a, b) => Number(a.name) - Number(b.name));
  return [...numbers, ...entries.filter((entry) => !isIndex(entry.name))];
}

/** Keys that a map has twice: one finding, since they mostly have one cause. */
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

/** Whether a key is what follows the comma of a number, as in `{ amount: 490,00 }`: YAML takes it for a field without a value. */
function isDecimalComma(
  before: YAMLMap<Node, Node>['items'][number] | undefined,
  key: Span,
  value: Node,
  at: Path,
  problems: ValueProblems,
): boolean {
  const range = before?.value?.range;
  if (!range || !isScalar(before?.value) || typeof before.value.value !== 'number') return false;
  const written = problems.text.slice(range[0], key[1]);
  if ((isScalar(value) && value.value !== null) || !/^[0-9]+,[0-9]+(\.[0-9]+)?$/.test(written)) return false;
  const path = [...at, String(isScalar(before.key) ? before.key.value : '')];
  const message = `number ${cut(written)} has a comma, which separates fields here`;
  problems.local('yaml-number', message, [range[0], key[1]], withoutComma(written), path);
  problems.leaveOut(path);
  return true;
}

/** The name that a key has; undefined, with a problem, where it cannot be kept. */
function nameOf(key: Node, span: Span, path: Path, problems: ValueProblems): string | undefined {
  if (!isScalar(key)) {
    const hint = 'write a word in front of the colon';
    problems.lost('keys must be strings', span, hint, path);
    // A map in braces alone is mostly what was meant as text.
    if (path.length > 0) problems.leaveOut(path);
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
    problems.leaveOut([...path, name]);
  }
  if (problems.odd(name, span, [...path, name])) problems.leaveOut([...path, name]);
  return name;
}

/** What to write for a number with a comma; three digits after it may be decimals or thousands. */
function withoutComma(written: string): string {
  const decimals = written.split(/[,.]/).slice(1);
  if (decimals.length === 1 && decimals[0]?.length === 3) return 'write it without a comma';
  return `write '${cut(decimals.length === 1 ? written.replace(',', '.') : written.replace(',', ''))}'`;
}

/** Whether JavaScript lists a key of this name before all others, by number. */
function isIndex(name: string): boolean {
  return /^(0|[1-9][0-9]{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1;
}
