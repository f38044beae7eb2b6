import type { FormProblem } from './web-address';

const PRINTED = 'openssl x509 -noout -fingerprint -sha256 -in FILE';
const OTHERS: ReadonlyMap<number, string> = new Map([
  [32, 'MD5'],
  [40, 'SHA-1'],
  [96, 'SHA-384'],
  [128, 'SHA-512'],
]);

/** What keeps a text that does not match the pattern from being a SHA-256 thumbprint. */
export function thumbprintProblem(text: string): FormProblem | undefined {
  const digits = text.replace(/^[^:=]*(?:fingerprint|sha-?\d+|md5)[^:=]*[:=]/i, '').replaceAll(/[:\s]/g, '');
  const other = /^[0-9a-f]+$/i.test(digits) ? OTHERS.get(digits.length) : undefined;
  if (other === undefined) return undefined;
  return {
    message: `it has the length of ${other}; allowed is a SHA-256 thumbprint`,
    hint: `write what \`${PRINTED}\` prints`,
  };
}
