import type { UpstreamPaths } from './upstream-paths';

/**
 * What may be percent-encoded: the router leaves the encoding of reserved characters as it is. Not among them are those that end a
 * segment or the path for some upstream (`%2F`, `%3F`, `%23`, `%3B`), and `%25`: `%252F` is a slash to who decodes twice.
 */
const ENCODED = '%(?:2[146-9A-C]|3[AD]|40|5[BD])';

/** One character of a value: none that ends a segment or the path for some upstream, plain or encoded, and no control character. */
const CHARACTER = String.raw`(?:[^\p{Z}\p{Cc}./\\?#;%]|${ENCODED})`;

/** Spaces and dots are inside a value only: Windows and some frameworks drop them at its end, and `..` is no value. */
const INSIDE = String.raw`[\p{Zs}.]`;

const VALUE = String.raw`\.*${CHARACTER}(?:${INSIDE}*${CHARACTER})*`;

/** What follows a value in an upstream that reads `4711;version=2` as `4711`. There is a value in front of it, so never `..;`. */
const MATRIX = `(?:(?:;|%3B)(?:${CHARACTER}|${INSIDE}|;|%3B)*)?`;

/**
 * The text that a path parameter takes, as a regular expression for the gateway's router: one character or more that every upstream
 * reads as a part of that one segment.
 *
 * @param isLast whether the segment ends with the parameter; matrix parameters only follow there
 */
export function parameterPattern({ matrixParameters = false }: UpstreamPaths, isLast: boolean): string {
  return matrixParameters && isLast ? `${VALUE}${MATRIX}` : VALUE;
}
