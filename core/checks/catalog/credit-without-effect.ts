import { comparePercents } from '../../model';
import { type DocumentCheck, found } from '../check';
import { SLA_KINDS, writtenSlas } from './shared/written-slas';

export const creditWithoutEffect: DocumentCheck<(typeof SLA_KINDS)[number], 'credit-without-effect'> = {
  code: 'credit-without-effect',
  severity: 'warning',
  per: 'document',
  kinds: SLA_KINDS,
  summary: 'A step of service credits gives 0%, or applies below an availability of 0%.',
  rationale: 'no one would ever get anything for it, although a credit was intended',
  fix: 'Correct the percentage, or remove the step.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
sla: { credits: { steps: [{ below: 99.9%, credit: 0% }, { below: 99%, credit: 10% }], cap: 10% } }
`,
    prefer: `kind: Tier
name: paid
sla: { credits: { steps: [{ below: 99.9%, credit: 5% }, { below: 99%, credit: 10% }], cap: 10% } }
`,
  },
  *find(entry) {
    for (const { owner, sla, at } of writtenSlas(entry)) {
      for (const [index, step] of (sla.credits?.steps ?? []).entries()) {
        const subject = `credits of ${owner}: step ${index + 1}`;
        if (isZero(step.credit)) {
          yield found(
            at(['credits', 'steps', index, 'credit']),
            `${subject} gives nothing`,
            'write a higher percentage, or remove the step',
          );
        } else if (isZero(step.below)) {
          yield found(
            at(['credits', 'steps', index, 'below']),
            `${subject} never applies, because an availability is never below 0%`,
            'write a higher percentage, or remove the step',
          );
        }
      }
    }
  },
};

function isZero(percent: string): boolean {
  return comparePercents(percent, '0%') === 0;
}
