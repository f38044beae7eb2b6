/**
 * An operationId as the word that names its route: `checkSimSwap` becomes `check-sim-swap`, `getHTTPStatus` becomes
 * `get-http-status`. The result is a name as the schemas have it. Two operations of one API may not have one word; a check
 * says so.
 */
export function operationWord(id: string): string {
  const word = id
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]/.test(word) ? word : word === '' ? 'operation' : `operation-${word}`;
}
