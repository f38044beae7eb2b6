import { didYouMean, sealsOf } from '../../model';
import { type Check, found } from '../check';
import { exampleTerms } from './shared/example-terms';

const EARLIER = exampleTerms();

const CONTRACT = `---
kind: Partner
name: acme-bank
contract:
  terms: [{ tier: free, version: 0.9.0, until: 2026-06-01 }]
`;

export const termsPinUnknown: Check<'terms-pin-unknown'> = {
  code: 'terms-pin-unknown',
  severity: 'error',
  per: 'catalog',
  summary: 'A contract keeps a version of the terms of a tier that the tier does not have.',
  rationale: 'the partner would get the current terms instead of those in its contract',
  fix: 'Write a version that the tier has in `sealed` or `previous`.',
  waivable: false,
  examples: {
    avoid: CONTRACT,
    prefer: {
      documents: `kind: Tier
name: free
previous: [${EARLIER.seal}]
${CONTRACT}`,
      files: EARLIER.files,
    },
  },
  *find({ catalog }) {
    for (const partner of catalog.partners.values()) {
      for (const [index, { tier: name, version }] of (partner.value.contract.terms ?? []).entries()) {
        const tier = catalog.tiers.get(name);
        if (!tier) continue;
        const versions = sealsOf(tier.value).map((seal) => seal.version);
        if (versions.includes(version)) continue;
        yield found(
          partner.at(['contract', 'terms', index, 'version']),
          `tier '${name}' has no sealed version ${version} of its terms`,
          didYouMean(version, versions, 'versions'),
        );
      }
    }
  },
};
