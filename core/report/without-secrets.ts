import type { Diagnostic } from '../model';
import { redact } from '../model/secrets';
import { visible } from './visible';

/**
 * A text without secrets, which are replaced by asterisks: same length, same lines, so that columns stay true. Everything that is
 * printed goes through this file, be it a report, an error or a stack trace; nobody else covers secrets for printing.
 */
export function withoutSecrets(text: string): string {
  return redact(text);
}

/** A finding as it may be printed. What it says of the place was made by the loader, which covers secrets in paths. */
export function findingWithoutSecrets(finding: Diagnostic): Diagnostic {
  const { message, hint, at } = finding;
  return {
    ...finding,
    message: redact(message),
    ...(hint !== undefined && { hint: redact(hint) }),
    at: { ...at, ...(at.document !== undefined && { document: redact(at.document) }) },
  };
}

/** A message as it may be printed: one line, without secrets, and without characters that speak to the terminal. */
export function printable(text: string): string {
  return visible(redact(text));
}
