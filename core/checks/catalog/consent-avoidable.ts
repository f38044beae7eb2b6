import { type Check, found } from '../check';
import { apisByPolicy } from './shared/apis-by-policy';
import { reasonNeverAsked } from './shared/live-consent';

export const consentAvoidable: Check<'consent-avoidable'> = {
  code: 'consent-avoidable',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A consent policy asks for consent during the call (`live`) but also accepts two-legged tokens (`userContext: any`), and one of its APIs processes personal data.',
  rationale:
    'a two-legged token identifies no user who could be asked, so a partner that can get both kinds of tokens decides whether consent is asked for',
  fix: 'Write `userContext: three-legged`. If the legal basis is not consent, use a policy without `live`.',
  details: 'For an API without personal data, two-legged tokens are fine.',
  waivable: true,
  examples: {
    avoid: `kind: ConsentPolicy
name: fraud-prevention
userContext: any
live:
  source: operator
  urls: { sandbox: https://consent.sandbox.example }
---
kind: Api
name: sim-swap
personalData: true
policies: { consent: fraud-prevention }
`,
    prefer: `kind: ConsentPolicy
name: fraud-prevention
userContext: three-legged
live:
  source: operator
  urls: { sandbox: https://consent.sandbox.example }
---
kind: Api
name: sim-swap
personalData: true
policies: { consent: fraud-prevention }
`,
  },
  *find({ catalog }) {
    const apis = apisByPolicy(catalog, 'consent');
    for (const policy of catalog.policies.consent.values()) {
      if (!policy.value.live || policy.value.userContext !== 'any') continue;
      const api = apis
        .get(policy.name)
        ?.find((one) => one.value.personalData && reasonNeverAsked(catalog, one, policy) === undefined);
      if (!api) continue;
      yield found(
        policy.at(['userContext']),
        `consent policy '${policy.name}' also accepts two-legged tokens, for which consent is not requested: with such a token, a partner can call api '${api.name}', which processes personal data, without the user's consent`,
        'write `userContext: three-legged`; for other legal bases than consent, use a policy without `live`',
      );
    }
  },
};
