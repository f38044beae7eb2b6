import type { LoadCheck } from '../check';

export const openapiFileNotFound: LoadCheck = {
  code: 'openapi-file-not-found',
  severity: 'error',
  per: 'catalog',
  summary: 'The OpenAPI file of an API is not in the catalog.',
  rationale: 'the operations of the API would be unknown',
  fix: 'Correct the path, which is relative to the file of the document; copy the file into the catalog if it is outside or at a URL.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
openapi: ./location.openapi.yaml
`,
    prefer: `kind: Api
name: device-location
openapi: ./device-location.openapi.yaml
`,
  },
};
