import { didYouMean } from '../../model';
import { isWord } from '../../model/schemas';
import { type Check, found } from '../check';
import { knownScopes } from './shared/known-scopes';

export const unknownScope: Check<'unknown-scope'> = {
  code: 'unknown-scope',
  severity: 'error',
  per: 'catalog',
  summary: "A subscription grants a scope that neither the API's OpenAPI file nor its Api document has.",
  rationale: 'no operation needs such a scope, so the partner would lack the access that was meant',
  fix: 'Grant a scope of the API, or add the scope to the OpenAPI file.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap
    tier: free
    scopes: [sim-swap:chek]
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
  joined: (count) => `referenced in ${count} places`,
  *find({ subscriptionReferences }) {
    for (const { scopes, api, at } of subscriptionReferences) {
      if (!api) continue;
      for (const [index, scope] of scopes.entries()) {
        if (!isWord('scope', scope) || knownScopes(api).includes(scope)) continue;
        yield found(
          at(['scopes', index]),
          `scope '${scope}' does not exist in api '${api.name}'`,
          didYouMean(scope, knownScopes(api), 'scopes'),
        );
      }
    }
  },
};
