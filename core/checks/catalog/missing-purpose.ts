import { describeApplication, listOf } from '../../model';
import { type PurposeRules, purposeRules } from '../../view';
import { type Check, found } from '../check';

const FIELDS = ['purpose', 'legalBasis'] as const;

type Field = (typeof FIELDS)[number];

/** The allowed values, from the API's consent policy if it has one. */
const HINTS: Readonly<Record<Field, (rules: PurposeRules) => string>> = {
  purpose: ({ allowed }) =>
    allowed ? listOf(allowed.value, 'allowed purposes') : 'a purpose is a term of DPV, such as dpv:ServiceProvision',
  legalBasis: () => 'a legal basis is a term of DPV, such as dpv:Consent, dpv:Contract or dpv:LegitimateInterest',
};

export const missingPurpose: Check<'missing-purpose'> = {
  code: 'missing-purpose',
  severity: 'error',
  per: 'application',
  summary:
    'A subscription to an API that processes personal data has no purpose or no legal basis, or one to an API with a consent policy has no purpose.',
  rationale:
    'personal data may be processed only for a stated purpose and on a legal basis, and the gateway could not verify or log them',
  fix: 'Add `purpose` and `legalBasis` to the subscription.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location # personalData: true
    tier: free
    scopes: [location:read]
`,
    prefer: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location # personalData: true
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
  },
  *find(application, { catalog, subscriptionsOf }) {
    for (const { value, api, at } of subscriptionsOf(application.id)) {
      if (!api) continue;
      const rules = purposeRules(catalog, api);
      const missing = FIELDS.filter((field) => rules[field].value && value[field] === undefined);
      if (missing.length === 0) continue;
      const fields = missing.map((field) => `\`${field}\``).join(' and ');
      const reason = api.value.personalData ? 'which processes personal data' : 'which has a consent policy';
      yield found(
        at(),
        `${describeApplication(application)} subscribes to api '${api.name}', ${reason}, without ${fields}`,
        [`add ${fields}`, ...missing.map((field) => HINTS[field](rules))].join('; '),
      );
    }
  },
};
