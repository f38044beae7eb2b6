import type { UpstreamPaths } from './upstream-paths';

/**
 * The reserved characters that may be percent-encoded; the router does not decode them. Excluded are those that end a segment or the
 * path for some upstreams (`%2F`, `%3F`, `%23`, `%3B`), and `%25`, because an upstream that decodes twice reads `%252F` as a slash.
 */
const ENCODED = '%(?:2[146-9A-C]|3[AD]|40|5[BD])';

/** One character of a value: not a control character, and not one that ends a segment or the path for some upstreams. */
const CHARACTER = String.raw`(?:[^\p{Z}\p{Cc}./\\?#;%]|${ENCODED})`;

/** Spaces and dots are not allowed at the end of a value, where Windows and some frameworks drop them; `..` is not a value. */
const INSIDE = String.raw`[\p{Zs}.]`;

const VALUE = String.raw`\.*${CHARACTER}(?:${INSIDE}*${CHARACTER})*`;

/** Matrix parameters, for an upstream that reads `4711;version=2` as `4711`. They follow a value, so `..;` never matches. */
const MATRIX = `(?:(?:;|%3B)(?:${CHARACTER}|${INSIDE}|;|%3B)*)?`;

/**
 * The regular expression with which the gateway's router matches a path parameter: one or more characters that every upstream reads as
 * part of the same segment.
 *
 * @param isLast whether the parameter is at the end of its segment, the only place where matrix parameters are allowed
 */
export function parameterPattern({ matrixParameters = false }: UpstreamPaths, isLast: boolean): string {
  return matrixParameters && isLast ? `${VALUE}${MATRIX}` : VALUE;
}
