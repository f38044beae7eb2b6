import { comparePercents } from '../../model';
import { type DocumentCheck, type Found, found } from '../check';
import { SLA_KINDS, type WrittenSla, writtenSlas } from './shared/written-slas';

export const creditStepsOutOfOrder: DocumentCheck<(typeof SLA_KINDS)[number], 'credit-steps-out-of-order'> = {
  code: 'credit-steps-out-of-order',
  severity: 'error',
  per: 'document',
  kinds: SLA_KINDS,
  summary: 'A step of service credits is not for a lower availability than the step before it, or does not give more.',
  rationale:
    'the last step that applies counts, so a partner would get less for a worse month, or the step would have no effect',
  fix: 'List the steps from the highest availability to the lowest, each with a higher credit than the one before.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
sla:
  credits:
    steps:
      - { below: 99%, credit: 10% }
      - { below: 99.9%, credit: 25% }
    cap: 25%
`,
    prefer: `kind: Tier
name: paid
sla:
  credits:
    steps:
      - { below: 99.9%, credit: 10% }
      - { below: 99%, credit: 25% }
    cap: 25%
`,
  },
  *find(entry) {
    for (const written of writtenSlas(entry)) yield* outOfOrder(written);
  },
};

function* outOfOrder({ owner, sla, at }: WrittenSla): Iterable<Found> {
  const steps = sla.credits?.steps ?? [];
  for (const [index, { below, credit }] of steps.entries()) {
    const before = steps[index - 1];
    if (!before) continue;
    const subject = `credits of ${owner}: step ${index + 1}`;
    if (comparePercents(below, before.below) >= 0) {
      yield found(
        at(['credits', 'steps', index, 'below']),
        `${subject} applies below ${below}, but must be for a lower availability than the ${before.below} of the step before it`,
        'list the steps from the highest availability to the lowest',
      );
    } else if (comparePercents(credit, before.credit) <= 0) {
      yield found(
        at(['credits', 'steps', index, 'credit']),
        `${subject} gives ${credit}, but must give more than the ${before.credit} of the step before it, which is for a better month`,
        `raise it above ${before.credit}, or remove the step`,
      );
    }
  }
}
