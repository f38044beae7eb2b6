import { contractVersion } from '../../model';
import { type Check, found } from '../check';

export const unknownContractText: Check<'unknown-contract-text'> = {
  code: 'unknown-contract-text',
  severity: 'error',
  per: 'catalog',
  summary: 'A partner has accepted a text whose digest is not that of any text of its contract version.',
  rationale: 'the partner has accepted a different text from the one in the catalog',
  fix: 'Correct the digest, or the `version` of the contract.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: acme-bank
contract:
  accepted: { digest: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 }
`,
    prefer: `kind: Partner
name: acme-bank
contract:
  accepted: { digest: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 }
`,
  },
  *find({ catalog: { partners, contractTemplates } }) {
    for (const partner of partners.values()) {
      const agreed = contractVersion(contractTemplates, partner.value);
      const digest = partner.value.contract.accepted?.digest;
      if (!agreed || digest === undefined) continue;
      const texts = Object.entries(agreed.value.texts);
      if (texts.some(([, { sha256 }]) => sha256 === digest)) continue;
      const known = texts.map(([language, { sha256 }]) => `${sha256} (${language})`);
      yield found(
        partner.at(['contract', 'accepted', 'digest']),
        `partner '${partner.name}' accepted text ${digest.slice(0, 12)}…, which is not a text of version ${agreed.version} of contract template '${agreed.template.name}'`,
        `its texts are ${known.join(', ')}; correct the digest, or the \`version\``,
      );
    }
  },
};
