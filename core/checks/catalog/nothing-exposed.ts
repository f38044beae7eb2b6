import { exposedOperations } from '../../model';
import { type Check, warning } from './check';

/** An API that may be served has an operation that partners reach. */
export const nothingExposed: Check = {
  code: 'nothing-exposed',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      // A draft is served nowhere, and often begins without operations.
      if (api.value.lifecycle === 'draft' || exposedOperations(api).length > 0) continue;
      const none = api.definition.operations.length === 0;
      yield warning(
        none ? api.at(['openapi']) : api.at(['routes'], 'key'),
        none ? `OpenAPI file of api '${api.name}' has no operations` : `no operation of api '${api.name}' is exposed`,
        'partners reach nothing of it: expose an operation, or write `lifecycle: draft`',
      );
    }
  },
};
