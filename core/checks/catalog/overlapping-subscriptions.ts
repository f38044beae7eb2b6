import type { Subscription } from '../../model';
import { describeApplication, periodsOverlap } from '../../model';
import { groupBy } from '../../model/base/group-by';
import { type Check, found } from '../check';

export const overlappingSubscriptions: Check<'overlapping-subscriptions'> = {
  code: 'overlapping-subscriptions',
  severity: 'error',
  per: 'application',
  summary: 'An application has two subscriptions to the same API at the same time in the same environment.',
  rationale: 'an application has one tier per API, so it would be unclear which limits and price apply',
  fix: 'Keep one of them, let one end before the other starts, or restrict them to different `environments`.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
  - api: device-location
    tier: paid
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
    approval: { status: approved, on: 2026-02-01, by: partners@operator.example }
`,
    prefer: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
    end: 2027-01-01
  - api: device-location
    tier: paid
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
    approval: { status: approved, on: 2026-02-01, by: partners@operator.example }
    start: 2027-01-01
`,
  },
  *find(application, { subscriptionsOf }) {
    const byApi = groupBy(
      subscriptionsOf(application.id).filter(({ api, value }) => api && value.approval?.status !== 'rejected'),
      ({ value }) => value.api,
    );
    for (const group of byApi.values()) {
      for (const [index, { value, at }] of group.entries()) {
        const other = group.slice(0, index).find((earlier) => overlap(earlier.value, value))?.value;
        if (other === undefined) continue;
        const tiers =
          other.tier === value.tier ? `twice at tier '${value.tier}'` : `at tiers '${other.tier}' and '${value.tier}'`;
        yield found(
          at(['tier']),
          `${describeApplication(application)} subscribes to api '${value.api}' ${tiers} at the same time`,
          'keep one of them, end the first before the second starts (`end`, `start`), or write different `environments`',
        );
      }
    }
  },
};

/** Whether two subscriptions have an environment and a day in common. */
function overlap(a: Subscription, b: Subscription): boolean {
  const { environments } = a;
  const shareEnvironment =
    !environments || !b.environments || b.environments.some((name) => environments.includes(name));
  return shareEnvironment && periodsOverlap(a, b);
}
