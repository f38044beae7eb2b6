import {
  type AgreedVersion,
  type ContractTemplate,
  type ContractVersion,
  contractVersion,
  type Entry,
  partiesOf,
} from '../../model';
import { type Check, found } from '../check';
import type { CheckedSubscription } from '../input';

type Duty = keyof NonNullable<ContractVersion['responsibilities']>;

const example = (duty: Duty): string => `kind: ContractTemplate
name: standard
versions:
  2.0.0:
    effective: 2025-01-01
    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }
    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }
    responsibilities: { ${duty}: partner }
---
kind: Partner
name: acme-bank # uses personal data in production
contract: { version: 2.0.0 }
`;

export const dutyNotAssigned: Check<'duty-not-assigned'> = {
  code: 'duty-not-assigned',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A partner uses personal data in production, but its contract does not say who informs users, or who asks for the consent on which the use is based.',
  rationale: 'each party may rely on the other one, and no one informs or asks the users',
  fix: 'Assign the duty in `responsibilities` of the version, as its text does; if the text does not, add a version that does.',
  details: `The duties are those that the subscriptions in production need:
- \`user-information\` for an API with \`personalData: true\`;
- \`consent-capture\` for an API with a consent policy, if the legal basis of the subscription is \`dpv:Consent\`.`,
  waivable: true,
  examples: {
    avoid: example('first-line-support'),
    prefer: example('user-information'),
  },
  *find({ catalog, subscriptions }) {
    const reported = new Set<string>();
    for (const subscription of subscriptions) {
      const { application, api } = subscription;
      const { owner } = partiesOf(catalog.partners, application);
      const agreed = contractVersion(catalog.contractTemplates, owner.value);
      if (!agreed || !api) continue;
      for (const duty of neededDuties(subscription)) {
        const key = [agreed.template.name, agreed.version, duty].join(' ');
        if (agreed.value.responsibilities?.[duty] !== undefined || reported.has(key)) continue;
        reported.add(key);
        yield found(
          positionOf(agreed),
          `version ${agreed.version} of contract template '${agreed.template.name}' does not assign '${duty}', but partner '${owner.name}', whose contract has this version, uses api '${api.name}' in production`,
          `write \`${duty}\` in \`responsibilities\`, as the text says; if it does not say so, add a version`,
        );
      }
    }
  },
};

function neededDuties({ api, value, environments }: CheckedSubscription): readonly Duty[] {
  if (!api || !environments.some((environment) => environment.value.stage === 'production')) return [];
  return [
    ...(api.value.personalData ? ['user-information' as const] : []),
    ...(api.value.policies.consent !== undefined && value.legalBasis === 'dpv:Consent'
      ? ['consent-capture' as const]
      : []),
  ];
}

function positionOf({ template, version, value }: AgreedVersion<Entry<ContractTemplate>>) {
  return value.responsibilities
    ? template.at(['versions', version, 'responsibilities'], 'key')
    : template.at(['versions', version], 'key');
}
