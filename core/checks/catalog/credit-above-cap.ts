import { comparePercents } from '../../model';
import { type DocumentCheck, found } from '../check';
import { SLA_KINDS, writtenSlas } from './shared/written-slas';

export const creditAboveCap: DocumentCheck<(typeof SLA_KINDS)[number], 'credit-above-cap'> = {
  code: 'credit-above-cap',
  severity: 'error',
  per: 'document',
  kinds: SLA_KINDS,
  summary: 'A step of service credits gives more than the cap allows.',
  rationale: 'partners would expect a credit that they never get in full',
  fix: 'Raise `cap`, or lower the credit of the step.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
sla: { credits: { steps: [{ below: 99.9%, credit: 60% }], cap: 50% } }
`,
    prefer: `kind: Tier
name: paid
sla: { credits: { steps: [{ below: 99.9%, credit: 50% }], cap: 50% } }
`,
  },
  *find(entry) {
    for (const { owner, sla, at } of writtenSlas(entry)) {
      const { steps = [], cap = '100%' } = sla.credits ?? {};
      for (const [index, { credit }] of steps.entries()) {
        if (comparePercents(credit, cap) <= 0) continue;
        yield found(
          at(['credits', 'steps', index, 'credit']),
          `credits of ${owner}: step ${index + 1} gives ${credit}, more than the cap of ${cap}`,
          `write '${cap}' here, or raise \`cap\``,
        );
      }
    }
  },
};
