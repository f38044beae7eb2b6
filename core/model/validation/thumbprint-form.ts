const OTHERS: ReadonlyMap<number, string> = new Map([
  [32, 'MD5'],
  [40, 'SHA-1'],
  [96, 'SHA-384'],
  [128, 'SHA-512'],
]);

/** The algorithm of a thumbprint that has the length of another algorithm than SHA-256; undefined for any other text. */
export function otherThumbprintAlgorithm(text: string): string | undefined {
  const digits = text.replace(/^[^:=]*(?:fingerprint|sha-?\d+|md5)[^:=]*[:=]/i, '').replaceAll(/[:\s]/g, '');
  return /^[0-9a-f]+$/i.test(digits) ? OTHERS.get(digits.length) : undefined;
}
