import { type Check, found } from '../check';

export const missingConsentPolicy: Check<'missing-consent-policy'> = {
  code: 'missing-consent-policy',
  severity: 'error',
  per: 'api',
  summary: 'An API processes personal data and has no consent policy. Drafts and retired APIs are not checked.',
  rationale: 'without one, a partner could read the personal data of a subscriber who never agreed to it',
  fix: 'Name a `ConsentPolicy` in `policies.consent`, or write `personalData: false` if the API processes none.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Api
name: sim-swap
personalData: true
`,
      without: ['policies.consent'],
    },
    prefer: `kind: Api
name: sim-swap
personalData: true
policies: { consent: fraud-prevention }
`,
  },
  *find(api) {
    const { personalData, policies, lifecycle } = api.value;
    if (!personalData || policies.consent !== undefined || lifecycle === 'draft' || lifecycle === 'retired') return;
    yield found(
      api.at(['personalData']),
      `api '${api.name}' processes personal data but has no consent policy`,
      'add `policies.consent` with the name of a ConsentPolicy, or write `personalData: false` if it processes none',
    );
  },
};
