import { getOwn, hasEvidence, levelOn, programmeOf } from '../../model';
import { type Check, found } from '../check';
import { namesUnknownRequirement } from './shared/unknown-names';

export const levelNotMet: Check<'level-not-met'> = {
  code: 'level-not-met',
  severity: 'warning',
  per: 'catalog',
  summary: 'A partner has an accreditation level, but no valid evidence for a requirement of the level.',
  rationale: 'other partners and the public rely on the level, but the partner has not proved that it meets it',
  fix: "Add the evidence to the partner's `evidence`, or give it another level.",
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: initech
accreditation: { level: gold, since: 2026-09-01 }
`,
    prefer: `kind: Partner
name: initech
accreditation: { level: gold, since: 2026-09-01 }
evidence:
  - { requirement: certification, document: DMS-3, issued: 2026-08-20 }
`,
  },
  *find({ catalog, asOf }) {
    const programme = programmeOf(catalog)?.value;
    for (const partner of catalog.partners.values()) {
      if (namesUnknownRequirement(partner.value, programme)) continue;
      const level = levelOn(partner.value, asOf);
      const { requires = [] } = getOwn(programme?.levels, level ?? '') ?? {};
      const missing = requires.filter((requirement) => !hasEvidence(partner.value, requirement, programme, asOf));
      if (missing.length === 0) continue;
      yield found(
        partner.at(['accreditation', 'level']),
        `level '${level}' requires evidence for ${missing.map((one) => `'${one}'`).join(' and ')}, but partner '${partner.name}' has none that is valid`,
        'add the evidence to `evidence`, or write another level',
      );
    }
  },
};
