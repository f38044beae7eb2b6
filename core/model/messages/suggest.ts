import { distance } from 'fastest-levenshtein';

/** How many candidates a message lists. */
const LISTED = 8;

/**
 * The candidate that was most likely meant; undefined if none is similar. Case does not matter.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name === '') return undefined;
  const limit = Math.min(5, Math.max(1, Math.floor(name.length * 0.4)));
  const lower = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const other = candidate.toLowerCase();
    // Two swapped letters are one mistake, not two.
    const found = swapped(lower, other) ? 1 : distance(lower, other);
    if (found < bestDistance || (found === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best ?? abbreviated(lower, candidates);
}

/** Whether two texts differ only by two swapped neighbouring letters. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The shortest candidate that begins or ends with the name: `production` for `prod`. */
function abbreviated(lower: string, candidates: Iterable<string>): string | undefined {
  if (lower.length < 3) return undefined;
  const fitting = [...candidates].filter((candidate) => {
    const other = candidate.toLowerCase();
    return other.startsWith(lower) || other.endsWith(lower);
  });
  return fitting.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/**
 * The hint for an unknown name: `did you mean 'paid'? tiers are: enterprise, free, paid`.
 *
 * @param plural what the candidates are, in the plural: `tiers`
 */
export function didYouMean(name: string, candidates: Iterable<string>, plural: string): string {
  const sorted = [...candidates].sort();
  const near = nearest(name, sorted);
  const listed = listOf(sorted, plural);
  return near === undefined ? listed : `did you mean '${near}'? ${listed}`;
}

/** `tiers are: enterprise, free, paid`, shortened; `there are no tiers` if the list is empty. */
export function listOf(candidates: readonly string[], plural: string): string {
  if (candidates.length === 0) return `there are no ${plural}`;
  const shown = candidates.slice(0, LISTED).join(', ');
  const more = candidates.length - LISTED;
  return `${plural} are: ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
