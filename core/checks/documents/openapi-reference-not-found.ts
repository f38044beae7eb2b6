import type { LoadCheck } from '../check';

const OPENAPI = `openapi: 3.0.3
info: { title: Device Location, version: 1.0.0 }
paths:
  /retrieve:
    post:
      operationId: retrieveLocation
      security: [{ openId: ['location:read'] }]
      responses:
        '200': { $ref: '#/components/responses/Location' }
`;
const COMPONENTS = `components:
  responses:
    Location: { description: The location of the device. }
`;

export const openapiReferenceNotFound: LoadCheck = {
  code: 'openapi-reference-not-found',
  severity: 'warning',
  per: 'catalog',
  summary: 'A `$ref` of an OpenAPI file refers to a schema, response or other component that does not exist.',
  rationale: 'the definition is incomplete for those who read it, although it still determines every call',
  fix: 'Correct the reference, or add what it refers to.',
  details:
    'There is one finding for each target. References to URLs and to files outside the catalog are not followed. A broken `$ref` of a path item is an error, `invalid-openapi-file`, because it determines which operations exist.',
  waivable: false,
  examples: {
    avoid: { files: { 'device-location.openapi.yaml': OPENAPI } },
    prefer: { files: { 'device-location.openapi.yaml': OPENAPI + COMPONENTS } },
  },
};
