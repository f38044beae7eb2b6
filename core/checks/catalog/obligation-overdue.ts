import { type DocumentCheck, found } from '../check';

export const obligationOverdue: DocumentCheck<'Partner', 'obligation-overdue'> = {
  code: 'obligation-overdue',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner'],
  summary: 'The day by which a partner had to fulfil an obligation has passed, and it is not marked as fulfilled.',
  rationale: 'an obligation that nobody pursues is not one, and the partner has got something in return for it',
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
