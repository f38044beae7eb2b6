import { contractVersion, didYouMean } from '../../model';
import { type Check, found } from '../check';

export const unknownContractVersion: Check<'unknown-contract-version'> = {
  code: 'unknown-contract-version',
  severity: 'error',
  per: 'catalog',
  summary: 'The contract of a partner has a version that its template does not have.',
  rationale: 'no one would know which text the partner has accepted and which notice it gets',
  fix: 'Correct the version, or add it to the template.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: acme-bank
contract: { template: standard, version: 2.0.1 }
`,
    prefer: `kind: Partner
name: acme-bank
contract: { template: standard, version: 2.1.0 }
`,
  },
  *find({ catalog: { partners, contractTemplates } }) {
    for (const partner of partners.values()) {
      const { template: name, version } = partner.value.contract;
      const template = contractTemplates.get(name);
      // An unknown template is reported as such, and one with errors may have any version.
      if (!template || contractVersion(contractTemplates, partner.value)) continue;
      yield found(
        partner.at(['contract', 'version']),
        `contract template '${name}' has no version '${version}'`,
        didYouMean(version, Object.keys(template.value.versions), 'versions'),
      );
    }
  },
};
