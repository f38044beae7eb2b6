/** What a logical id may be made of: the parts of an address are joined by `_`, which no name contains. */
const ADDRESS = /^[a-z][a-z0-9-]*(_[a-z0-9-]+)*$/;

/**
 * Joins names to a logical id of Terraform: `address('acme-bank', 'checkout')` is `acme-bank_checkout`. It says what the
 * thing is, never what may change about it, so no change of the catalog or of this code moves a live entity.
 */
export function address(...names: readonly string[]): string {
  const joined = names.join('_');
  if (names.some((name) => name.includes('_')) || !ADDRESS.test(joined)) {
    throw new Error(`'${joined}' cannot be an address; its parts are lower-case words, digits and '-'`);
  }
  return joined;
}
