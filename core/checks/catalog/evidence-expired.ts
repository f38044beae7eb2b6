import { type Check, found } from '../check';
import { describeEnd, lackingEvidence, lastExpired } from './shared/required-evidence';

export const evidenceExpired: Check<'evidence-expired'> = {
  code: 'evidence-expired',
  severity: 'warning',
  per: 'application',
  summary:
    'A tier requires evidence in production, and that of the partner has expired, or will expire before the first day of access.',
  rationale:
    'the application uses the tier in production without, for example, a valid certification; calls are still allowed',
  fix: "Add the new evidence to the partner's `evidence`.",
  details: 'Evidence expires on its `end`, or when the `validFor` of its requirement is over, whichever is earlier.',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Tier
name: paid
requires: [certification]
---
kind: Partner
name: acme-bank # has a subscription to tier 'paid' in production
evidence:
  - { requirement: certification, document: DMS-1, issued: 2025-11-05, end: 2026-11-05 }
`,
    },
    prefer: `kind: Tier
name: paid
requires: [certification]
---
kind: Partner
name: acme-bank # has a subscription to tier 'paid' in production
evidence:
  - { requirement: certification, document: DMS-1, issued: 2025-11-05, end: 2026-11-05 }
  - { requirement: certification, document: DMS-9, issued: 2026-11-05, end: 2027-11-05 }
`,
  },
  joined: (count) => `in ${count} subscriptions`,
  *find(application, input) {
    for (const lacking of lackingEvidence(application, input)) {
      const expired = lastExpired(lacking);
      if (expired === undefined) continue;
      const { subscription, owner, label } = lacking;
      yield found(
        subscription.at(['tier']),
        `${label}, but the evidence of partner '${owner.name}' ${describeEnd(expired)}`,
        'add new evidence to `evidence` of the partner',
      );
    }
  },
};
