import { type DocumentCheck, found } from '../check';

/** Addresses of what all APIs of an environment share have this word in place of an API's name. */
const RESERVED = 'global';

export const reservedName: DocumentCheck<'Api', 'reserved-name'> = {
  code: 'reserved-name',
  severity: 'error',
  per: 'document',
  kinds: ['Api'],
  summary: 'An API is called `global`, which is the name for what applies to all APIs of an environment.',
  rationale: 'its stack and entities would have the names of those that all APIs share',
  fix: 'Choose another name.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: global
title: Everything
domain: device
owner: identity-apis
version: 1.0.0
basePath: /everything/v1
openapi: ./number-verification.openapi.yaml
lifecycle: draft
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { sandbox: { url: 'https://everything.sandbox' } }
policies: { token: operator-idp, errors: camara-errors }
`,
    prefer: `kind: Api
name: everything
title: Everything
domain: device
owner: identity-apis
version: 1.0.0
basePath: /everything/v1
openapi: ./number-verification.openapi.yaml
lifecycle: draft
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { sandbox: { url: 'https://everything.sandbox' } }
policies: { token: operator-idp, errors: camara-errors }
`,
  },
  *find(api) {
    if (api.name !== RESERVED) return;
    const hint = `choose another name: '${RESERVED}' is reserved for everything that applies to all APIs of an environment`;
    yield found(api.at(['name']), `api '${RESERVED}' has a reserved name`, hint);
  },
};
