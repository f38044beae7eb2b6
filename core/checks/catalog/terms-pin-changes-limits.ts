import type { Catalog } from '../../model';
import { haveEqualLimits, sealsOf, type TermsEntry, type Tier, termsName, versionsOf } from '../../model';
import { type Check, found } from '../check';
import { type ExampleTerms, exampleTerms } from './shared/example-terms';

const documents = ({ seal }: ExampleTerms) => `kind: Tier
name: free
limits: { second: 1, minute: 30 }
quota: { day: 1000 }
previous: [${seal}]
---
kind: Partner
name: acme-bank
contract:
  terms: [{ tier: free, version: 0.9.0, until: 2027-06-01 }]
`;

const OTHER = exampleTerms({ terms: { approval: 'automatic', limits: { second: 1, minute: 20 } } });
const SAME = exampleTerms();

export const termsPinChangesLimits: Check<'terms-pin-changes-limits'> = {
  code: 'terms-pin-changes-limits',
  severity: 'error',
  per: 'catalog',
  summary: 'A contract keeps a version of terms whose limits differ from those that are in force for the tier.',
  rationale: 'the gateway has one limit for a tier, so the partner would not get the limits of its contract',
  fix: 'Define a tier with `partners` for the partner, or keep a version with the same limits.',
  details: 'A contract can keep price, service level and support of an earlier version, but not its limits.',
  waivable: false,
  examples: {
    avoid: { documents: documents(OTHER), files: OTHER.files },
    prefer: { documents: documents(SAME), files: SAME.files },
  },
  *find({ catalog, asOf }) {
    for (const partner of catalog.partners.values()) {
      for (const [index, { tier: name, version, until }] of (partner.value.contract.terms ?? []).entries()) {
        const tier = catalog.tiers.get(name);
        const pinned = catalog.terms.get(termsName(name, version));
        if (!tier || !pinned || !sealsOf(tier.value).some((seal) => seal.version === version)) continue;
        const other = inForceBetween(catalog, tier.value, asOf, until).find(
          ({ value }) => !haveEqualLimits(value.terms, pinned.value.terms),
        );
        if (!other) continue;
        yield found(
          partner.at(['contract', 'terms', index, 'version']),
          `version ${version} of tier '${name}' has different limits from version ${other.value.version}, which is in force from ${other.value.effective}; a contract cannot keep limits`,
          `define a tier with \`partners: [${partner.name}]\`, or end it with \`until: ${other.value.effective}\``,
          [other.at(['effective'])],
        );
      }
    }
  },
};

/** The versions of the terms of a tier that are in force on a day of a period [from, until), the newest first. */
function inForceBetween(catalog: Catalog, tier: Tier, from: string, until: string): readonly TermsEntry[] {
  if (until <= from) return [];
  const versions = versionsOf(catalog, tier).filter(({ value }) => value.effective < until);
  const first = versions.findIndex(({ value }) => value.effective <= from);
  return first === -1 ? versions : versions.slice(0, first + 1);
}
