import type { Finding, Position } from '../model';
import { redact } from '../model/secrets';
import { visible } from './visible';

/**
 * A text with secrets replaced by asterisks. Length and lines stay the same, so that columns stay correct. Every finding, excerpt,
 * error and stack trace is printed through this file. Other output of commands comes from their arguments or from a catalog without
 * errors, and a secret in a catalog is an error.
 */
export function withoutSecrets(text: string): string {
  return redact(text);
}

/** A finding without secrets in its texts and positions. */
export function findingWithoutSecrets(finding: Finding): Finding {
  const { message, hint, at, related } = finding;
  return {
    ...finding,
    message: redact(message),
    ...(hint !== undefined && { hint: redact(hint) }),
    at: positionWithoutSecrets(at),
    ...(related && { related: related.map(positionWithoutSecrets) }),
  };
}

/** A path needs no redaction, see `pointer` in core/model. */
function positionWithoutSecrets(position: Position): Position {
  const { file, document } = position;
  return { ...position, file: redact(file), ...(document !== undefined && { document: redact(document) }) };
}

/** A message that is safe to print: on one line, without secrets and without control characters. */
export function printable(text: string): string {
  return visible(redact(text));
}
