import { type DocumentCheck, found } from '../check';

export const liveUseCaseWithoutAnchor: DocumentCheck<'UseCase', 'live-use-case-without-anchor'> = {
  code: 'live-use-case-without-anchor',
  severity: 'warning',
  per: 'document',
  kinds: ['UseCase'],
  summary: 'A use case is live, but none of its partners is an anchor, a partner with whom it was developed.',
  rationale: 'a use case that no partner has tried may solve a problem that no one has',
  fix: 'Write `anchor: true` at the partner with whom it was developed.',
  waivable: true,
  examples: {
    avoid: `kind: UseCase
name: safe-transfers
title: Safe transfers
problem: Thieves take over phone numbers to confirm transfers.
apis: [sim-swap]
partners: [{ partner: acme-bank }]
stage: live
owner: identity-apis
`,
    prefer: `kind: UseCase
name: safe-transfers
title: Safe transfers
problem: Thieves take over phone numbers to confirm transfers.
apis: [sim-swap]
partners: [{ partner: acme-bank, anchor: true }]
stage: live
owner: identity-apis
`,
  },
  *find(useCase) {
    const { stage, partners = [] } = useCase.value;
    if (stage !== 'live' || partners.some(({ anchor }) => anchor)) return;
    yield found(
      useCase.at(['stage']),
      `use case '${useCase.name}' is live, but none of its partners is an anchor`,
      'add the partner with whom it was developed to `partners`, with `anchor: true`',
    );
  },
};
