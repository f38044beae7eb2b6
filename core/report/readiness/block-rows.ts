import type { CategoryResult } from '../../readiness';

/** The blocks of a category as texts: its name, how many of those that a catalog can have are used, and the names of the others. */
export function blockRow({ title, blocks }: CategoryResult): readonly [title: string, used: string, others: string] {
  const possible = blocks.filter(({ absent }) => absent === undefined);
  const used = possible.filter(({ status }) => status === 'present').length;
  const names = (state: 'not-used' | 'missing') =>
    possible.filter(({ status }) => status === state).map(({ name }) => name);
  const lists = [
    ['missing', names('missing')],
    ['not used', names('not-used')],
  ] as const;
  const others = lists.flatMap(([label, named]) => (named.length > 0 ? [`${label}: ${named.join(', ')}`] : []));
  if (possible.length === 0) return [title, '-', 'no place in a catalog yet'];
  return [title, `${used} of ${possible.length}`, others.join('; ')];
}
