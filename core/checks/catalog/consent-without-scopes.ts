import { exposedOperations, NO_SCOPE, policyOf } from '../../model';
import { type Check, found } from '../check';
import { reasonNeverAsked } from './shared/live-consent';

const DEFINITION = `openapi: 3.0.3
info: { title: Device Location, version: 1.0.0 }
paths:
  /retrieve:
    post:
      operationId: retrieveLocation
      responses: { '200': { description: OK } }
`;

export const consentWithoutScopes: Check<'consent-without-scopes'> = {
  code: 'consent-without-scopes',
  severity: 'warning',
  per: 'api',
  summary:
    'The consent policy of an API asks for consent during the call (`live`), but an operation requires no scope for which consent could be requested.',
  rationale:
    "consent is given for scopes, so every call of the operation with a user's token is refused or, with `failure: open`, allowed without consent",
  fix: 'Give the operation a scope, do not expose it, or use a consent policy without `live`.',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Api
name: device-location
policies: { consent: fraud-prevention } # has live
scopes: none
`,
      files: { 'device-location.openapi.yaml': DEFINITION },
    },
    prefer: {
      documents: `kind: Api
name: device-location
policies: { consent: fraud-prevention } # has live
scopes: [location:read]
`,
      files: { 'device-location.openapi.yaml': DEFINITION },
    },
  },
  *find(api, { catalog }) {
    const policy = policyOf(catalog, api.value, 'consent');
    if (!policy?.value.live || policy.value.userContext === 'two-legged') return;
    if (reasonNeverAsked(catalog, api, policy) !== undefined) return;
    const [first, ...more] = exposedOperations(api).filter(({ scopes }) => scopes === NO_SCOPE);
    if (!first) return;
    const outcome = policy.value.live.failure === 'open' ? 'allowed without consent' : 'refused';
    yield found(
      api.at(['policies', 'consent']),
      `operation '${first.id}' of api '${api.name}'${more.length === 0 ? ' requires' : ` and ${more.length} more require`} no scope for which consent could be requested, so every call with a user's token is ${outcome} (consent policy '${policy.name}')`,
      'give it a scope, in the OpenAPI file or with `routes: [{ operation, scopes: […] }]`, hide it with `exposed: false`, or use a consent policy without `live`',
    );
  },
};
