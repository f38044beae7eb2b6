import type { Api } from '../kinds';
import type { OpenApiDefinition } from '../openapi/definition';

/** An Api document together with the contents of its OpenAPI file. */
export interface SpecifiedApi {
  readonly value: Api;
  readonly definition: OpenApiDefinition;
}

/**
 * Memoizes a function of an API, because checks, views and every environment need the same result. Results are stored by document and
 * definition, which are immutable, so a catalog entry and the plain documents share them.
 */
export function memoizePerApi<Result>(compute: (api: SpecifiedApi) => Result): (api: SpecifiedApi) => Result {
  const byDefinition = new WeakMap<OpenApiDefinition, WeakMap<Api, { readonly result: Result }>>();
  return (api) => {
    const byDocument = byDefinition.get(api.definition) ?? new WeakMap();
    byDefinition.set(api.definition, byDocument);
    const known = byDocument.get(api.value) ?? { result: compute(api) };
    byDocument.set(api.value, known);
    return known.result;
  };
}
