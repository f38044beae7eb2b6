import { claimedShape } from './claimed-shape';
import { isWithin, PARAMETER } from './shape';
import { foldSegment } from './spelling';
import type { UpstreamPaths } from './upstream-paths';

/** The calls that an upstream assigns to one path of the OpenAPI file. */
export interface Claim {
  /** The path template. */
  readonly path: string;
  /** Its segments, without a trailing empty one. */
  readonly segments: readonly string[];
  /** The segments as the upstream compares them. */
  readonly folded: readonly string[];
  /** Whether the path ends with a slash, which many upstreams ignore. */
  readonly slash: boolean;
}

/** The claim of a path template. */
export function claimOf(path: string, upstreamPaths: UpstreamPaths): Claim {
  const shape = claimedShape(path);
  const slash = shape.at(-1) === '';
  const segments = slash ? shape.slice(0, -1) : shape;
  return { path, segments, folded: segments.map((segment) => foldSegment(segment, upstreamPaths)), slash };
}

/** Whether a path parameter can match any call of a claim. It never matches control characters or lone surrogates. */
export function isReachable({ folded }: Claim): boolean {
  return folded.every((segment) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(segment.replaceAll(PARAMETER, '')));
}

/** Whether every call of one claim also matches another. */
export function isNarrower(inner: Claim, outer: Claim): boolean {
  return inner.folded.every((segment, index) => isWithin(segment, outer.folded[index] ?? ''));
}

/** Whether the upstream treats two claims as the same path. */
export function isSameClaim(a: Claim, b: Claim): boolean {
  return a.folded.length === b.folded.length && a.folded.every((segment, index) => segment === b.folded[index]);
}

/**
 * The segments of the calls that match both claims, spelled as in the first claim where possible. Of two segments that combine text
 * and a parameter (`x{}`, `{}y`), the first represents their overlap.
 */
export function sharedSegments(claim: Claim, other: Claim): readonly string[] {
  return claim.segments.map((segment, index) => {
    const [first = '', second = ''] = [claim.folded[index], other.folded[index]];
    return isWithin(second, first) && !isWithin(first, second) ? (other.segments[index] ?? '') : segment;
  });
}

/** The path as the upstream compares it: folded segments, with the trailing slash. */
export function claimKey(folded: readonly string[], slash: boolean): string {
  return `/${folded.join('/')}${slash ? '/' : ''}`;
}
