import type { Kind } from '../document-of';
import { branchesOf, kindSchema, memberSchema, resolved } from '../schemas';

/**
 * What holds where a document does not say: the `default` of its schema, the only place where defaults stand.
 *
 * @param kind the document's kind
 * @param field path of the field with dots; a map with free keys takes any word: `upstreams.*.timeouts.read`, and a list `0`
 * @throws Error when the schema has no such field or no default for it: that is a mistake in the program
 */
export function defaultOf<T = string>(kind: Kind, field: string): T {
  let place = kindSchema(kind);
  for (const word of field.split('.')) {
    const step = /^[0-9]+$/.test(word) ? Number(word) : word;
    const member = branchesOf(place)
      .map((branch) => memberSchema(branch, step))
      .find((found) => found !== undefined);
    if (!member) throw new Error(`the schema of ${kind} has no field '${field}'`);
    place = member;
  }
  const value = resolved(place).schema.default;
  if (value === undefined) throw new Error(`the schema of ${kind} has no default for '${field}'`);
  return value as T;
}
