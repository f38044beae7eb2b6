import type { Name } from './name';

/** From broad to narrow; types without a fixed position have no rank. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['C', 0],
  ['DC', 0],
  ['ST', 1],
  ['L', 1],
  ['O', 2],
  ['OU', 3],
  ['CN', 4],
  ['UID', 4],
  ['emailAddress', 5],
]);

/** Whether a name goes from the country to the person, the other way round, or neither. */
export function directionOf(name: Name): 'broad-first' | 'narrow-first' | undefined {
  const ranks = name.flatMap((rdn) => rdn.flatMap(({ type }) => RANKS.get(type) ?? []).slice(0, 1));
  const [first = 0] = ranks;
  const last = ranks.at(-1) ?? first;
  const rises = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? rank));
  const falls = ranks.every((rank, index) => index === 0 || rank <= (ranks[index - 1] ?? rank));
  if (first === last) return undefined;
  return rises ? 'broad-first' : falls ? 'narrow-first' : undefined;
}
