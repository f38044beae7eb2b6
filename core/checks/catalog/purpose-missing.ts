import { describeApplication, listOf } from '../../model';
import { type PurposeRules, purposeRules } from '../../view';
import { type Check, error } from './check';

const FIELDS = ['purpose', 'legalBasis'] as const;

type Field = (typeof FIELDS)[number];

/** What may be written: purposes that the API's consent policy takes, where it has one. */
const HINTS: Readonly<Record<Field, (rules: PurposeRules) => string>> = {
  purpose: ({ allowed }) =>
    allowed
      ? listOf(allowed.value, 'purposes that the consent policy allows')
      : 'a purpose is a term of DPV, such as dpv:ServiceProvision',
  legalBasis: () => 'a legal basis is a term of DPV, such as dpv:Consent, dpv:Contract or dpv:LegitimateInterest',
};

const quoted = (field: Field) => `\`${field}\``;

/** Who calls an API with personal data says for which purpose, and on which legal basis; with a consent policy, the purpose. */
export const purposeMissing: Check = {
  code: 'purpose-missing',
  *find({ catalog, subscriptions }) {
    for (const { application, value, api, at } of subscriptions) {
      if (!api) continue;
      const rules = purposeRules(catalog, api);
      const missing = FIELDS.filter((field) => rules[field].value && value[field] === undefined);
      if (missing.length === 0) continue;
      const why = api.value.personalData ? 'which touches personal data' : 'which has a consent policy';
      yield error(
        at(),
        `${describeApplication(application)} subscribes to api '${api.name}', ${why}, without ${missing.map(quoted).join(' and ')}`,
        [`add ${missing.map(quoted).join(' and ')}`, ...missing.map((field) => HINTS[field](rules))].join('; '),
      );
    }
  },
};
