import type { LoadCheck } from '../check';

export const invalidOpenapiFile: LoadCheck = {
  code: 'invalid-openapi-file',
  severity: 'error',
  per: 'catalog',
  summary: 'The OpenAPI file of an API cannot be used, or its operations cannot be determined with certainty.',
  rationale: 'an operation whose security was misunderstood could be open to everybody',
  fix: 'Correct the OpenAPI file at the position of the finding.',
  details: `- The file is not OpenAPI 3.0, 3.1 or 3.2, for example a document of the catalog, it contains several definitions, or it has no title, version or paths.
- A \`$ref\` of a path item does not resolve: its target does not exist, is outside the catalog, is a URL, or refers to itself. Or both the path item and the target of its \`$ref\` define the same operation.
- The top level or a path item has a key that OpenAPI does not define there and that may be meant to determine what a call needs: it resembles a known key (\`securty\`, \`Post\`), its name contains a word like security, role or permission, it would merge another map into this one (\`allOf\`, \`<<\`), it contains letters that are not ASCII, or its value in a path item is a map. Keys that begin with \`x-\` are allowed.
- \`security\` is indented too far: below \`components\`, a parameter or a server.
- \`security\` of the file is not a list of maps from schemes to lists of scopes.
- A path does not start with a slash.

A problem that concerns only one operation is reported if that operation is exposed: see \`invalid-operation\`. A mistake that is repeated in a file is reported once.`,
  waivable: false,
  examples: {
    avoid: {
      files: {
        'device-location.openapi.yaml': `openapi: 4.0.0
info: { title: Device Location, version: 1.0.0 }
paths:
  /retrieve:
    post:
      operationId: retrieveLocation
      security: [{ openId: ['location:read'] }]
      responses:
        '200': { description: OK }
`,
      },
    },
    prefer: {
      files: {
        'device-location.openapi.yaml': `openapi: 3.0.3
info: { title: Device Location, version: 1.0.0 }
paths:
  /retrieve:
    post:
      operationId: retrieveLocation
      security: [{ openId: ['location:read'] }]
      responses:
        '200': { description: OK }
`,
      },
    },
  },
};
