import type { Diagnostic } from '../model';
import type { ReportOptions } from './options';

/** For programs: a list of `{code, severity, message, hint?, at: {file, line, column, path}}`, in the order of the findings. */
export function json(findings: readonly Diagnostic[], { redact }: ReportOptions): string {
  const list = findings.map(({ code, severity, message, hint, at: { file, line, column, path } }) => ({
    code,
    severity,
    message: redact(message),
    ...(hint === undefined ? {} : { hint: redact(hint) }),
    at: { file, line, column, path },
  }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}
