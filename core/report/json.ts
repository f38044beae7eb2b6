import type { Diagnostic, Position } from '../model';
import type { ReportOptions } from './options';

/**
 * For programs: a list of `{code, severity, message, hint?, at: {file, line, column, path, document?}, related?: [{file, line,
 * column, path}]}`, in the order of the findings.
 */
export function json(findings: readonly Diagnostic[], { redact }: ReportOptions): string {
  const list = findings.map(({ code, severity, message, hint, at, related }) => ({
    code,
    severity,
    message: redact(message),
    ...(hint === undefined ? {} : { hint: redact(hint) }),
    at: place(at, redact),
    ...(related && { related: related.map((one) => place(one, redact)) }),
  }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

function place({ file, line, column, path, document }: Position, redact: ReportOptions['redact']) {
  return { file, line, column, path, ...(document !== undefined && { document: redact(document) }) };
}
