import { programmeOf } from '../../model';
import { type Check, found } from '../check';
import { lackingEvidence, lastExpired } from './shared/required-evidence';
import { namesUnknownRequirement } from './shared/unknown-names';

export const missingEvidence: Check<'missing-evidence'> = {
  code: 'missing-evidence',
  severity: 'error',
  per: 'application',
  summary:
    'A tier requires evidence in production, but the partner has none, or only evidence that is issued after the first day of access.',
  rationale:
    'the application would use the tier in production without, for example, the certification that it requires',
  fix: "Add the evidence to the partner's `evidence`, or restrict the subscription to other `environments`.",
  details:
    'A subscription that starts or is approved on a later day is checked today. To plan a subscription before the evidence exists, write `approval: { status: pendingApproval }`.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Tier
name: paid
requires: [certification, penetration-test]
---
kind: Partner
name: acme-bank # has a subscription to tier 'paid' in production
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-01-05 }
`,
    },
    prefer: `kind: Tier
name: paid
requires: [certification, penetration-test]
---
kind: Partner
name: acme-bank # has a subscription to tier 'paid' in production
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-01-05 }
  - { requirement: penetration-test, document: DMS-7, issued: 2026-01-20 }
`,
  },
  joined: (count) => `in ${count} subscriptions`,
  *find(application, input) {
    const programme = programmeOf(input.catalog)?.value;
    for (const lacking of lackingEvidence(application, input)) {
      // 'evidence-expired' reports evidence that has ended.
      if (lastExpired(lacking) !== undefined) continue;
      const { subscription, owner, day, label, evidence } = lacking;
      const [firstIssued] = evidence.map(({ value }) => value.issued).sort();
      if (firstIssued !== undefined) {
        yield found(
          subscription.at(['tier']),
          `${label}, but that of partner '${owner.name}' is issued on ${firstIssued}, after ${day}`,
          'write the day on which it was issued, or restrict the subscription to other `environments`',
        );
        continue;
      }
      // Evidence for a requirement that does not exist may have been meant as this one.
      if (namesUnknownRequirement(owner.value, programme)) continue;
      yield found(
        subscription.at(['tier']),
        `${label}, but partner '${owner.name}' has none`,
        "add it to the partner's `evidence`, or restrict the subscription to other `environments`",
      );
    }
  },
};
