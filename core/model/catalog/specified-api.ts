import type { Api } from '../kinds';
import type { OpenApiDefinition } from '../openapi/definition';

/** An Api document together with what its OpenAPI file says. */
export interface SpecifiedApi {
  readonly value: Api;
  readonly definition: OpenApiDefinition;
}

/**
 * A function of an API that works each result out once: checks, views and every environment ask for the same. Results are kept for
 * the document and the definition, which nobody can change, so an entry of a catalog and the plain documents share them.
 */
export function oncePerApi<Result>(compute: (api: SpecifiedApi) => Result): (api: SpecifiedApi) => Result {
  const byDefinition = new WeakMap<OpenApiDefinition, WeakMap<Api, { readonly result: Result }>>();
  return (api) => {
    const byDocument = byDefinition.get(api.definition) ?? new WeakMap();
    byDefinition.set(api.definition, byDocument);
    const known = byDocument.get(api.value) ?? { result: compute(api) };
    byDocument.set(api.value, known);
    return known.result;
  };
}
