import type { Finding } from '../../model';
import { exposedOperations } from '../../model';
import type { Check, Found } from './check';

/**
 * What is wrong with an operation in its OpenAPI file matters where the operation is exposed. A mistake that is made in many
 * operations of a file is reported once, and so is one in a file of several APIs.
 */
export const openapiInvalid: Check = {
  code: 'openapi-invalid',
  *find({ catalog }) {
    const groups = new Map<string, { readonly first: Finding; readonly places: Set<string> }>();
    for (const api of catalog.apis.values()) {
      for (const { id } of exposedOperations(api)) {
        for (const problem of api.definition.origin?.operations.get(id)?.problems ?? []) {
          const key = JSON.stringify([problem.at.file, problem.message]);
          const group = groups.get(key) ?? { first: problem, places: new Set() };
          group.places.add(`${problem.at.line}:${problem.at.column}`);
          groups.set(key, group);
        }
      }
    }
    for (const { first, places } of groups.values()) yield finding(first, places.size);
  },
};

function finding({ severity, message, hint, at }: Finding, places: number): Found {
  const text = places === 1 ? message : `${message}, here and in ${places - 1} more places`;
  return { severity, message: text, ...(hint !== undefined && { hint }), at };
}
