import type { Finding, Position } from '../model';
import { checkLink } from './check-link';

/**
 * For programs: a list of `{code, severity, message, hint?, link, at: {file, line, column, path, document?}, related?: [{file, line,
 * column, path}]}`, in the order of the findings.
 */
export function json(findings: readonly Finding[]): string {
  const list = findings.map(({ code, severity, message, hint, at, related }) => ({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    link: checkLink(code),
    at: publicPosition(at),
    ...(related && { related: related.map((one) => publicPosition(one)) }),
  }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

function publicPosition({ file, line, column, path, documentName }: Position) {
  return { file, line, column, path, ...(documentName !== undefined && { document: documentName }) };
}
