import { type Check, found } from '../check';
import { apisOf, groupsOf, ownerOf, positionBelow, promisedField } from './shared/deciding-slas';
import { listSome } from './shared/list-some';
import { slaPromises } from './shared/sla-promises';

export const creditsWithoutAvailability: Check<'credits-without-availability'> = {
  code: 'credits-without-availability',
  severity: 'error',
  per: 'catalog',
  summary: 'Service credits are promised for an API, but neither the tier nor the API promises an availability.',
  rationale: 'credits compensate for a lower availability than promised, so without a promise they are never due',
  fix: 'Add `availability` next to the credits, or remove the credits.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: number-verification
tiers: [free]
sla: { errorRate: 1%, credits: { steps: [{ below: 99.9%, credit: 10% }], cap: 10% } }
policies: { audit: standard-audit, metrics: standard-metrics }
`,
    prefer: `kind: Api
name: number-verification
tiers: [free]
sla: { availability: 99.9%, credits: { steps: [{ below: 99.9%, credit: 10% }], cap: 10% } }
policies: { audit: standard-audit, metrics: standard-metrics }
`,
  },
  *find({ catalog, asOf }) {
    const without = promisedField(slaPromises(catalog, asOf), 'credits').filter(({ sla }) => !sla.availability);
    for (const group of groupsOf(without, ({ origin }) => [origin])) {
      const [{ promise, origin }] = group;
      const at = positionBelow(catalog, origin, []);
      if (!at) continue;
      yield found(
        at,
        `${ownerOf(origin, promise)} has service credits, but no availability is promised for ${listSome(apisOf(group))}`,
        'add `availability` next to the credits, or remove the credits',
      );
    }
  },
};
