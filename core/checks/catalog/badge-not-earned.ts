import { getOwn, hasEvidence, isAtLeast, levelOn, type Partner, type Programme, programmeOf } from '../../model';
import { type Check, found } from '../check';

export const badgeNotEarned: Check<'badge-not-earned'> = {
  code: 'badge-not-earned',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A partner has a badge whose `rule` it does not meet: it lacks the level, or valid evidence for the requirement.',
  rationale: 'the portal would show a badge that the partner has not earned',
  fix: 'Remove the badge, or add the accreditation or evidence that is missing.',
  waivable: true,
  examples: {
    avoid: `kind: Programme
name: northwind
badges:
  expert: { title: Expert, rule: { level: gold } }
---
kind: Partner
name: acme-bank
badges: [expert]
`,
    prefer: `kind: Programme
name: northwind
badges:
  expert: { title: Expert, rule: { level: gold } }
---
kind: Partner
name: acme-bank
accreditation: { level: gold, since: 2026-02-01 }
badges: [expert]
`,
  },
  *find({ catalog, asOf }) {
    const programme = programmeOf(catalog)?.value;
    for (const partner of catalog.partners.values()) {
      for (const [index, badge] of (partner.value.badges ?? []).entries()) {
        const missing = missingFor(badge, partner.value, programme, asOf);
        if (missing.length === 0) continue;
        yield found(
          partner.at(['badges', index]),
          `badge '${badge}' requires ${missing.join(' and ')}, which partner '${partner.name}' does not have`,
          'remove the badge, or add what is missing',
        );
      }
    }
  },
};

function missingFor(badge: string, partner: Partner, programme: Programme | undefined, day: string): readonly string[] {
  const { level, requirement } = getOwn(programme?.badges, badge)?.rule ?? {};
  const missing: string[] = [];
  if (level !== undefined && !isAtLeast(programme, levelOn(partner, day), level)) {
    missing.push(`level '${level}' or a higher one`);
  }
  if (requirement !== undefined && !hasEvidence(partner, requirement, programme, day)) {
    missing.push(`valid evidence for '${requirement}'`);
  }
  return missing;
}
