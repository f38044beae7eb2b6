/** The form of an address: names joined by `_`, which no name contains. */
const ADDRESS = /^[a-z][a-z0-9-]*(_[a-z0-9-]+)*$/;

/**
 * Joins names to the address of a Terraform resource: `address('acme-bank', 'checkout')` is `acme-bank_checkout`. An address only
 * contains names that never change, so that no change of the catalog or of this code replaces a live entity.
 */
export function address(...names: readonly string[]): string {
  const joined = names.join('_');
  if (names.some((name) => name.includes('_')) || !ADDRESS.test(joined)) {
    throw new Error(`'${joined}' is not a valid address; its parts may contain lower-case letters, digits and '-'`);
  }
  return joined;
}
