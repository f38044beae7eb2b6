import { type DocumentCheck, found } from '../check';

export const obligationOverdue: DocumentCheck<'Partner', 'obligation-overdue'> = {
  code: 'obligation-overdue',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner'],
  summary: 'A partner has not fulfilled an obligation by the day on which it was due.',
  rationale: 'the partner has received something in return for the obligation, and no one may be following it up',
  fix: 'Ask the partner, and write `fulfilled`, or agree on a later `due`.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: acme-bank
obligations:
  - { title: Publish a case study, due: 2026-10-31 }
`,
    prefer: `kind: Partner
name: acme-bank
obligations:
  - { title: Publish a case study, due: 2026-10-31, fulfilled: { on: 2026-10-12, document: DMS-44 } }
`,
  },
  *find(partner, { asOf }) {
    for (const [index, { title, due, fulfilled }] of (partner.value.obligations ?? []).entries()) {
      if (fulfilled !== undefined || asOf <= due) continue;
      yield found(
        partner.at(['obligations', index, 'due']),
        `obligation '${title}' of partner '${partner.name}' was due on ${due}`,
        'write `fulfilled: { on, document }` if it has been done; otherwise agree on a later `due`',
      );
    }
  },
};
