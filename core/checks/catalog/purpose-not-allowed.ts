import { didYouMean } from '../../model';
import { purposeRules } from '../../view';
import { type Check, found } from '../check';

export const purposeNotAllowed: Check<'purpose-not-allowed'> = {
  code: 'purpose-not-allowed',
  severity: 'error',
  per: 'application',
  summary: 'The consent policy of the API does not allow the purpose of a subscription.',
  rationale: 'subscribers gave their consent for other purposes',
  fix: 'Write a purpose that the consent policy allows, or add the purpose to `purposes` of the policy.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location # its consent policy allows dpv:FraudPreventionAndDetection
    tier: free
    scopes: [location:read]
    purpose: dpv:Marketing
    legalBasis: dpv:LegitimateInterest
`,
    prefer: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location # its consent policy allows dpv:FraudPreventionAndDetection
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
  },
  *find({ id }, { catalog, subscriptionsOf }) {
    for (const { value, api, at } of subscriptionsOf(id)) {
      const allowed = api && purposeRules(catalog, api).allowed?.value;
      if (!api || !allowed || value.purpose === undefined || allowed.includes(value.purpose)) continue;
      yield found(
        at(['purpose']),
        `purpose ${value.purpose} is not allowed by consent policy '${api.value.policies.consent}' of api '${api.name}'`,
        didYouMean(value.purpose, allowed, 'allowed purposes'),
      );
    }
  },
};
