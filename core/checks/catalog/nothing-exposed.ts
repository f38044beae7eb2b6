import { exposedOperations } from '../../model';
import { type Check, found } from '../check';

export const nothingExposed: Check<'nothing-exposed'> = {
  code: 'nothing-exposed',
  severity: 'warning',
  per: 'api',
  summary: 'An API that is not a draft has no operations, or exposes none of them.',
  rationale: 'partners see an API of which they cannot call anything',
  fix: 'Expose an operation, or write `lifecycle: draft`.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: device-location
routes:
  - { operation: retrieveLocation, exposed: false }
`,
    prefer: `kind: Api
name: device-location
routes:
  - { operation: retrieveLocation, exposed: true }
`,
  },
  *find(api) {
    // A draft is not served, and often starts without operations.
    if (api.value.lifecycle === 'draft' || exposedOperations(api).length > 0) return;
    const isEmpty = api.definition.operations.length === 0;
    yield found(
      isEmpty ? api.at(['openapi']) : api.at(['routes'], 'key'),
      isEmpty
        ? `the OpenAPI file of api '${api.name}' has no operations, so partners cannot call anything`
        : `api '${api.name}' exposes no operation, so partners cannot call anything`,
      isEmpty ? 'add an operation, or write `lifecycle: draft`' : 'expose an operation, or write `lifecycle: draft`',
    );
  },
};
