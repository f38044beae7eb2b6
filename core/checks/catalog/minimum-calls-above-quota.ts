import { type Check, found } from '../check';
import { groupsOf, ownerOf, positionBelow, promisedField } from './shared/deciding-slas';
import { listSome } from './shared/list-some';
import { monthlyQuota } from './shared/monthly-quota';
import { slaPromises } from './shared/sla-promises';

export const minimumCallsAboveQuota: Check<'minimum-calls-above-quota'> = {
  code: 'minimum-calls-above-quota',
  severity: 'warning',
  per: 'catalog',
  summary: 'The minimum number of calls of an SLA is higher than the quota of the tier for one of its APIs.',
  rationale: 'an application that stays within its quota would never reach the minimum, so nothing would be promised',
  fix: 'Lower `minimumCalls`, or raise the quota.',
  details:
    'A daily quota counts for 31 days. With `overage: bill`, calls beyond the quota are served, so nothing is reported.',
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
quota: { day: 1000, month: 10000 }
sla: { minimumCalls: 20000 }
`,
    prefer: `kind: Tier
name: paid
quota: { day: 10000, month: 100000 }
sla: { minimumCalls: 20000 }
`,
  },
  *find({ catalog, asOf }) {
    const above = promisedField(slaPromises(catalog, asOf), 'minimumCalls').flatMap((one) => {
      const allowed = monthlyQuota(one.promise.tier.value, one.api.name);
      return one.field.value > allowed ? [{ ...one, allowed }] : [];
    });
    const allowedOf = new Map(above.map((one) => [one as object, one.allowed]));
    for (const group of groupsOf(above, ({ origin, promise }) => [origin, promise.tier.name])) {
      const [{ promise, field, origin }] = group;
      const at = positionBelow(catalog, origin, []);
      if (!at) continue;
      const allowed = group.map((one) => `${allowedOf.get(one)} calls of api '${one.api.name}'`);
      yield found(
        at,
        `SLA of ${ownerOf(origin, promise)} promises nothing below ${field.value} calls in a month, but the quota of tier '${promise.tier.name}' allows at most ${listSome([...new Set(allowed)])}`,
        'lower `minimumCalls`, or raise the quota',
      );
    }
  },
};
