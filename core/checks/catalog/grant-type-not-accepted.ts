import type { Subscription } from '../../model';
import { policyOf } from '../../model';
import { type Check, found } from '../check';

type GrantType = NonNullable<Subscription['grantTypes']>[number];

/** The only grant without a user. */
const TWO_LEGGED: GrantType = 'client_credentials';

export const grantTypeNotAccepted: Check<'grant-type-not-accepted'> = {
  code: 'grant-type-not-accepted',
  severity: 'error',
  per: 'application',
  summary:
    'A subscription has a grant type whose tokens the consent policy of the API does not accept: client credentials if tokens must be bound to a user, or another grant if they must not.',
  rationale: 'the gateway would refuse every call with such a token',
  fix: "Write a grant type that gives tokens as in the consent policy's `userContext`.",
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap # its consent policy has userContext: three-legged
    tier: free
    scopes: [sim-swap:check]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
    grantTypes: [client_credentials]
`,
    prefer: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap # its consent policy has userContext: three-legged
    tier: free
    scopes: [sim-swap:check]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
    grantTypes: [authorization_code]
`,
  },
  *find({ id }, { catalog, subscriptionsOf }) {
    for (const { value, api, at } of subscriptionsOf(id)) {
      const policy = api && policyOf(catalog, api.value, 'consent');
      if (!api || !policy || policy.value.userContext === 'any') continue;
      const { userContext } = policy.value;
      for (const [index, grant] of (value.grantTypes ?? []).entries()) {
        if ((grant === TWO_LEGGED) === (userContext === 'two-legged')) continue;
        yield found(
          at(['grantTypes', index]),
          `grant type '${grant}' never results in ${userContext} tokens, but api '${api.name}' accepts no others (consent policy '${policy.name}')`,
          userContext === 'two-legged'
            ? `write ${TWO_LEGGED}`
            : 'write authorization_code, urn:openid:params:grant-type:ciba or urn:ietf:params:oauth:grant-type:jwt-bearer',
        );
      }
    }
  },
};
