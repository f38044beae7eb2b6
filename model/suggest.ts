import { distance } from 'fastest-levenshtein';

/** Candidates that a message lists before it says how many more there are. */
const LISTED = 8;

/**
 * The candidate that somebody most likely meant; undefined where none is near. Equal letters in another case are nearest.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(5, Math.max(1, Math.floor(name.length * 0.4)));
  const lower = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const found = distance(lower, candidate.toLowerCase());
    if (found < bestDistance || (found === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/**
 * The hint under an unknown name: `did you mean 'paid'? tiers are: enterprise, free, paid`.
 *
 * @param plural what the candidates are, in the plural: `tiers`
 */
export function didYouMean(name: string, candidates: Iterable<string>, plural: string): string {
  const sorted = [...candidates].sort();
  const near = nearest(name, sorted);
  const listed = listOf(sorted, plural);
  return near === undefined ? listed : `did you mean '${near}'? ${listed}`;
}

/** `tiers are: enterprise, free, paid`, cut after some; `there are no tiers` where the list is empty. */
export function listOf(candidates: readonly string[], plural: string): string {
  if (candidates.length === 0) return `there are no ${plural}`;
  const shown = candidates.slice(0, LISTED).join(', ');
  const more = candidates.length - LISTED;
  return `${plural} are: ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
