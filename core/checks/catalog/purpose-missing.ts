import type { ConsentPolicy } from '../../model';
import { applicationWords, listOf, policyOf } from '../../model';
import { type Check, error } from './check';

type Field = 'purpose' | 'legalBasis';

/** What may be written: purposes that the API's consent policy takes, where it has one. */
const HINTS: Readonly<Record<Field, (policy: ConsentPolicy | undefined) => string>> = {
  purpose: (policy) =>
    policy
      ? listOf(policy.purposes, 'purposes that the consent policy allows')
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
      const { personalData, policies } = api.value;
      const missing: Field[] = [];
      if ((personalData || policies.consent !== undefined) && value.purpose === undefined) missing.push('purpose');
      if (personalData && value.legalBasis === undefined) missing.push('legalBasis');
      if (missing.length === 0) continue;
      const why = personalData ? 'which touches personal data' : 'which has a consent policy';
      yield error(
        at(),
        `${applicationWords(application)} subscribes to api '${api.name}', ${why}, without ${missing.map(quoted).join(' and ')}`,
        [
          `add ${missing.map(quoted).join(' and ')}`,
          ...missing.map((field) => HINTS[field](policyOf(catalog, api.value, 'consent')?.value)),
        ].join('; '),
      );
    }
  },
};
