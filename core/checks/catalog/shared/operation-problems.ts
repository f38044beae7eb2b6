import type { Catalog, Detection } from '../../../model';
import { exposedOperations } from '../../../model';
import { type Found, found } from '../../check';

/**
 * Problems of exposed operations in their OpenAPI files that have a code. Equal problems of a file are one finding, however many
 * operations and APIs have them.
 */
export function* operationProblems(catalog: Catalog, code: Detection['code']): Iterable<Found> {
  const groups = new Map<string, { readonly first: Detection; readonly positions: Set<string> }>();
  for (const api of catalog.apis.values()) {
    for (const { id } of exposedOperations(api)) {
      for (const problem of api.definition.origin?.operations.get(id)?.problems ?? []) {
        if (problem.code !== code) continue;
        const key = JSON.stringify([problem.at.file, problem.message]);
        const group = groups.get(key) ?? { first: problem, positions: new Set() };
        group.positions.add(`${problem.at.line}:${problem.at.column}`);
        groups.set(key, group);
      }
    }
  }
  for (const { first, positions } of groups.values()) {
    const { at, message, hint } = first;
    const more = positions.size === 1 ? '' : `, here and in ${positions.size - 1} more places`;
    yield found(at, `${message}${more}`, hint);
  }
}
