import type { Finding, Position } from '../model';
import { redact } from '../model/secrets';
import { visible } from './visible';

/**
 * A text without secrets, which are replaced by asterisks: same length, same lines, so that columns stay true. Every finding, excerpt,
 * error and stack trace that is printed goes through this file. What commands print besides is what they were given and what a catalog
 * without errors has; a secret in a catalog is an error.
 */
export function withoutSecrets(text: string): string {
  return redact(text);
}

/** A finding as it may be printed, with its places. */
export function findingWithoutSecrets(finding: Finding): Finding {
  const { message, hint, at, related } = finding;
  return {
    ...finding,
    message: redact(message),
    ...(hint !== undefined && { hint: redact(hint) }),
    at: placeWithoutSecrets(at),
    ...(related && { related: related.map(placeWithoutSecrets) }),
  };
}

/** A pointer is made without secrets, see `pointer` in core/model. */
function placeWithoutSecrets(place: Position): Position {
  const { file, document } = place;
  return { ...place, file: redact(file), ...(document !== undefined && { document: redact(document) }) };
}

/** A message as it may be printed: one line, without secrets, and without characters that speak to the terminal. */
export function printable(text: string): string {
  return visible(redact(text));
}
