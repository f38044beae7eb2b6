import { isMap, isScalar, type ParsedNode, YAMLMap } from 'yaml';
import type { TextProblem } from './text-problem';

/** One of several documents without separators. */
export interface DocumentPart {
  readonly contents: ParsedNode | null;
  /** The missing separator before the part; undefined for the first one. */
  readonly separator?: TextProblem;
}

/** At most this many documents are separated: no one forgets more separators. */
const MOST_PARTS = 20;

type Items = YAMLMap<ParsedNode, ParsedNode | null>['items'];

/**
 * Splits a map in which both 'kind' and 'name' are repeated, because the line '---' between its documents was forgotten. Any other
 * value is one document.
 */
export function runTogether(contents: ParsedNode | null): readonly DocumentPart[] {
  if (!isMap(contents)) return [{ contents }];
  const items = contents.items as Items;
  const names = items.map(({ key }) => (isScalar(key) ? String(key.value) : undefined));
  const twice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  if (!twice('kind') || !twice('name')) return [{ contents }];
  const groups: Items[] = [[]];
  let used = new Set<string>();
  for (const [index, item] of items.entries()) {
    const name = names[index];
    if (name !== undefined && used.has(name) && groups.length < MOST_PARTS) {
      groups.push([]);
      used = new Set();
    }
    if (name !== undefined) used.add(name);
    groups.at(-1)?.push(item);
  }
  // A single repeated key is not a document.
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
  const separator: TextProblem = {
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
