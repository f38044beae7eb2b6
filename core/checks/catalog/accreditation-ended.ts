import { type DocumentCheck, found } from '../check';

export const accreditationEnded: DocumentCheck<'Partner', 'accreditation-ended'> = {
  code: 'accreditation-ended',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner'],
  summary: 'The accreditation of a partner has ended.',
  rationale: 'the partner no longer has the level, but keeps its access to previews that are open to the level',
  fix: 'Renew the accreditation with a later `end`, or remove it.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: acme-bank
accreditation: { level: gold, since: 2026-02-01, end: 2026-11-01 }
`,
    prefer: `kind: Partner
name: acme-bank
accreditation: { level: gold, since: 2026-02-01, end: 2027-11-01 }
`,
  },
  *find(partner, { asOf }) {
    const { level, since, end } = partner.value.accreditation ?? {};
    // An end before the start is reported by another check.
    if (end === undefined || since === undefined || end > asOf || end <= since) return;
    yield found(
      partner.at(['accreditation', 'end']),
      `accreditation of partner '${partner.name}' for level '${level}' ended on ${end}`,
      'renew it with a later `end`, or remove `accreditation`',
    );
  },
};
