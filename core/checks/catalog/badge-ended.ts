import { getOwn, programmeOf } from '../../model';
import { type Check, found } from '../check';

export const badgeEnded: Check<'badge-ended'> = {
  code: 'badge-ended',
  severity: 'warning',
  per: 'catalog',
  summary: 'A partner has a badge that has ended.',
  rationale: 'the badge is no longer shown, although the catalog seems to award it',
  fix: 'Remove the badge from the partner, or write a later `end` in the Programme.',
  waivable: true,
  examples: {
    avoid: `kind: Programme
name: northwind
badges:
  pioneer: { title: Pioneer, end: 2026-11-01 }
---
kind: Partner
name: acme-bank
badges: [pioneer]
`,
    prefer: `kind: Programme
name: northwind
badges:
  pioneer: { title: Pioneer, end: 2027-11-01 }
---
kind: Partner
name: acme-bank
badges: [pioneer]
`,
  },
  joined: (count) => `in ${count} partners`,
  *find({ catalog, asOf }) {
    const { badges } = programmeOf(catalog)?.value ?? {};
    for (const partner of catalog.partners.values()) {
      for (const [index, badge] of (partner.value.badges ?? []).entries()) {
        const end = getOwn(badges, badge)?.end;
        if (end === undefined || end > asOf) continue;
        yield found(
          partner.at(['badges', index]),
          `badge '${badge}' ended on ${end}`,
          'remove the badge from the partner, or write a later `end` in the Programme',
        );
      }
    }
  },
};
