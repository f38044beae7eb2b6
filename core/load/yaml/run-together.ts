import { isMap, isScalar, type ParsedNode, YAMLMap } from 'yaml';
import type { Problem } from './problem';

/** One of several documents that lack the line in between. */
export interface DocumentPart {
  readonly contents: ParsedNode | null;
  /** What is wrong where the part starts; undefined for the first one. */
  readonly separator?: Problem;
}

/** Parts of one document beyond this stay together: nobody forgets so many lines. */
const MOST_PARTS = 20;

type Items = YAMLMap<ParsedNode, ParsedNode | null>['items'];

/**
 * The documents in one map in which both 'kind' and 'name' appear again: the line '---' between them was forgotten. Any other
 * value is one document.
 */
export function runTogether(contents: ParsedNode | null): readonly DocumentPart[] {
  if (!isMap(contents)) return [{ contents }];
  const items = contents.items as Items;
  const names = items.map(({ key }) => (isScalar(key) ? String(key.value) : undefined));
  const twice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  if (!twice('kind') || !twice('name')) return [{ contents }];
  const groups: Items[] = [[]];
  let seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const name = names[index];
    if (name !== undefined && seen.has(name) && groups.length < MOST_PARTS) {
      groups.push([]);
      seen = new Set();
    }
    if (name !== undefined) seen.add(name);
    groups.at(-1)?.push(item);
  }
  // A key that was written twice is not a document.
  if (groups.some((group) => group.length < 2)) return [{ contents }];
  return groups.map((group, index) => part(contents, group, index > 0));
}

function part(whole: ParsedNode, items: Items, isLater: boolean): DocumentPart {
  const [start = 0, end = 0] = items[0]?.key.range ?? [];
  const last = items.at(-1);
  const until = last?.value?.range?.[1] ?? last?.key.range[1] ?? end;
  const contents = new YAMLMap() as YAMLMap.Parsed;
  contents.items = items as never;
  contents.range = [isLater ? start : (whole.range?.[0] ?? start), until, until];
  if (!isLater) return { contents };
  const separator: Problem = {
    code: 'duplicate-key',
    message: 'a second document starts here without a separator',
    hint: "write '---' on a line of its own before it",
    start,
    end,
    local: true,
    path: [],
  };
  return { contents, separator };
}
