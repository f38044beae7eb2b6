import { comparePercents } from '../../model';
import { type Check, found } from '../check';
import { groupsOf, ownerOf, positionBelow, promisedField } from './shared/deciding-slas';
import { slaPromises } from './shared/sla-promises';

export const creditForKeptPromise: Check<'credit-for-kept-promise'> = {
  code: 'credit-for-kept-promise',
  severity: 'error',
  per: 'catalog',
  summary: 'The first step of service credits applies below an availability that is higher than the promised one.',
  rationale: 'a partner would get a credit for a month in which the promise was kept',
  fix: 'Write the promised availability in `below` of the first step, or a lower one.',
  details:
    'Availability and credits may come from different documents: from a deviation in a contract, the tier or the API.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
sla:
  availability: 99.9%
  credits: { steps: [{ below: 99.95%, credit: 10% }], cap: 10% }
`,
    prefer: `kind: Tier
name: paid
sla:
  availability: 99.9%
  credits: { steps: [{ below: 99.9%, credit: 10% }], cap: 10% }
`,
  },
  *find({ catalog, asOf }) {
    const early = promisedField(slaPromises(catalog, asOf), 'credits').filter(({ sla, field }) => {
      const first = field.value.steps[0]?.below;
      return first !== undefined && sla.availability && comparePercents(first, sla.availability.value) > 0;
    });
    for (const [{ promise, field, sla, origin }] of groupsOf(early, ({ origin, sla }) => [
      origin,
      sla.availability?.origins[0],
    ])) {
      const at = positionBelow(catalog, origin, ['steps', 0, 'below']);
      const [promisedBy] = sla.availability?.origins ?? [];
      if (!at || !promisedBy || !sla.availability) continue;
      const { value } = sla.availability;
      yield found(
        at,
        `credits of ${ownerOf(origin, promise)} start below an availability of ${field.value.steps[0]?.below}, but ${ownerOf(promisedBy, promise)} promises only ${value}`,
        `write '${value}' here, or promise more`,
      );
    }
  },
};
