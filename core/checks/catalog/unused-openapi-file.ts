import { type Check, found } from '../check';

export const unusedOpenapiFile: Check<'unused-openapi-file'> = {
  code: 'unused-openapi-file',
  severity: 'warning',
  per: 'catalog',
  summary: 'No Api refers to an OpenAPI file, and no other OpenAPI file refers to it with a `$ref`.',
  rationale: 'no gateway serves the operations in the file',
  fix: 'Refer to the file in `openapi` of an Api, or delete it.',
  details: 'A definition may be split into several files: a file that a `$ref` refers to is part of the definition.',
  waivable: true,
  examples: {
    avoid: {
      files: {
        'device-status.openapi.yaml': `openapi: 3.0.3
info: { title: Device Status, version: 1.0.0 }
paths: {}
`,
      },
    },
    prefer: {
      files: {
        'device-status.openapi.yaml': `openapi: 3.0.3
info: { title: Device Status, version: 1.0.0 }
paths: {}
`,
      },
      documents: `kind: Api
name: device-status
title: Device Status
domain: device
owner: identity-apis
version: 1.0.0
basePath: /device-status/v1
openapi: ./device-status.openapi.yaml
lifecycle: draft
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { sandbox: { url: 'https://device-status.sandbox' } }
policies: { token: operator-idp, errors: camara-errors }
`,
    },
  },
  *find({ catalog }) {
    for (const at of catalog.unusedDefinitions ?? []) {
      yield found(
        at,
        'no Api refers to this OpenAPI file, so nothing in it reaches a gateway',
        `name it in an Api (\`openapi: ./${at.file.split('/').pop()}\`), or delete it`,
      );
    }
  },
};
