import { policyOf } from '../../model';
import { type Check, found } from '../check';
import { apisByPolicy } from './shared/apis-by-policy';
import { reasonNeverAsked } from './shared/live-consent';

export const consentNeverAsked: Check<'consent-never-asked'> = {
  code: 'consent-never-asked',
  severity: 'error',
  per: 'catalog',
  summary:
    'A consent policy asks for consent during the call (`live`), but the tokens never identify a user: it accepts only two-legged tokens, or an API that uses it accepts tokens that are signed by partners or have no rule for users.',
  rationale: 'personal data would be returned without the consent that the policy promises',
  fix: 'Accept tokens of users: `userContext: three-legged` in the consent policy, and a token policy with `threeLegged`. If no consent is needed, use a consent policy without `live`.',
  waivable: false,
  examples: {
    avoid: `kind: ConsentPolicy
name: location-consent
title: Consent to location
purposes: [dpv:FraudPreventionAndDetection]
userContext: two-legged
live:
  source: operator
  urls: { sandbox: https://consent.sandbox.example }
---
kind: Api
name: device-location
policies: { consent: location-consent }
`,
    prefer: `kind: ConsentPolicy
name: location-consent
title: Consent to location
purposes: [dpv:FraudPreventionAndDetection]
userContext: three-legged
live:
  source: operator
  urls: { sandbox: https://consent.sandbox.example }
---
kind: Api
name: device-location
policies: { consent: location-consent }
`,
  },
  *find({ catalog }) {
    const apis = apisByPolicy(catalog, 'consent');
    for (const policy of catalog.policies.consent.values()) {
      if (!policy.value.live) continue;
      if (policy.value.userContext === 'two-legged') {
        yield found(
          policy.at(['userContext']),
          `consent policy '${policy.name}' accepts only two-legged tokens, which identify no user, so its \`live\` never asks for consent`,
          'write `userContext: three-legged`, or remove `live`',
        );
      }
      for (const api of apis.get(policy.name) ?? []) {
        const reason = reasonNeverAsked(catalog, api, policy);
        if (reason === undefined) continue;
        const isPartnerSigned = reason === 'partner-signed';
        const token = policyOf(catalog, api.value, 'token');
        yield found(
          api.at(['policies', 'consent']),
          `consent policy '${policy.name}' of api '${api.name}' never asks for consent: token policy '${token?.name}' ${isPartnerSigned ? 'accepts tokens that partners sign, which identify no user' : 'has no rule that recognizes tokens of users'}`,
          isPartnerSigned
            ? 'use a token policy with `signedBy: idp`, or a consent policy without `live`'
            : 'add `threeLegged` to the token policy, or use a consent policy without `live`',
        );
      }
    }
  },
};
