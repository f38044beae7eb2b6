import { claimedShape } from './claimed-shape';
import { isWithin, PARAMETER } from './shape';
import { foldSegment } from './spelling';
import type { UpstreamPaths } from './upstream-paths';

/** The calls that an upstream takes for one path of the OpenAPI file. */
export interface Claim {
  /** The path template. */
  readonly path: string;
  /** Its segments, without an empty one at the end. */
  readonly segments: readonly string[];
  /** The same as the upstream compares them. */
  readonly folded: readonly string[];
  /** Whether the path ends with a slash, which many upstreams take for none. */
  readonly slash: boolean;
}

/** What a path template claims. */
export function claimOf(path: string, upstreamPaths: UpstreamPaths): Claim {
  const shape = claimedShape(path);
  const slash = shape.at(-1) === '';
  const segments = slash ? shape.slice(0, -1) : shape;
  return { path, segments, folded: segments.map((segment) => foldSegment(segment, upstreamPaths)), slash };
}

/** Whether a parameter takes any call of a claim: control characters and halves of characters it never takes. */
export function canArrive({ folded }: Claim): boolean {
  return folded.every((segment) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(segment.replaceAll(PARAMETER, '')));
}

/** Whether every call of one claim fits another. */
export function isNarrower(inner: Claim, outer: Claim): boolean {
  return inner.folded.every((segment, index) => isWithin(segment, outer.folded[index] ?? ''));
}

/** Whether the upstream takes two claims for one path. */
export function isSame(a: Claim, b: Claim): boolean {
  return a.folded.length === b.folded.length && a.folded.every((segment, index) => segment === b.folded[index]);
}

/**
 * The segments of the calls that fit both of two claims, as the first spells them where it may. Of two parameters amid words
 * (`x{}`, `{}y`) the first stands for what they share.
 */
export function sharedSegments(claim: Claim, other: Claim): readonly string[] {
  return claim.segments.map((segment, index) => {
    const [mine = '', others = ''] = [claim.folded[index], other.folded[index]];
    return isWithin(others, mine) && !isWithin(mine, others) ? (other.segments[index] ?? '') : segment;
  });
}

/** What tells calls apart for the upstream: folded segments, with the slash at the end. */
export function claimKey(folded: readonly string[], slash: boolean): string {
  return `/${folded.join('/')}${slash ? '/' : ''}`;
}
