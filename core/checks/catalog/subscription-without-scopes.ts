import { didYouMean, exposedOperations } from '../../model';
import { type Check, found } from '../check';
import { knownScopes } from './shared/known-scopes';

export const subscriptionWithoutScopes: Check<'subscription-without-scopes'> = {
  code: 'subscription-without-scopes',
  severity: 'error',
  per: 'application',
  summary: 'A subscription grants no scopes, but every operation of its API needs some.',
  rationale: 'every call would be rejected',
  fix: 'Add `scopes` to the subscription.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap
    tier: free
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
    prefer: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap
    tier: free
    scopes: [sim-swap:check]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
  },
  *find(application, { subscriptionsOf }) {
    for (const { value, api, at } of subscriptionsOf(application.id)) {
      if (!api || value.scopes !== undefined) continue;
      const operations = exposedOperations(api);
      // An operation whose scopes are not decided is reported by another check.
      if (operations.length === 0 || operations.some(({ scopes }) => scopes.length === 0 || scopes === 'none'))
        continue;
      yield found(
        at(),
        `the subscription to api '${api.name}' grants no scopes, but every operation of the API needs some`,
        `add \`scopes: [...]\`; ${didYouMean('', knownScopes(api), 'scopes')}`,
      );
    }
  },
};
