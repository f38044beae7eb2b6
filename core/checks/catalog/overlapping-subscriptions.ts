import type { Subscription } from '../../model';
import { describeApplication, spansOverlap } from '../../model';
import { groupBy } from '../../model/base/group-by';
import type { CheckedSubscription } from '../input';
import { type Check, error } from './check';

/** An application has one tier on an API at a time in an environment; one after the other is fine. */
export const overlappingSubscriptions: Check = {
  code: 'overlapping-subscriptions',
  *find({ subscriptions }) {
    const byApi = groupBy(
      subscriptions.filter(({ api, value }) => api && value.approval?.status !== 'rejected'),
      ({ application, value }) => `${application.id} ${value.api}`,
    );
    for (const group of byApi.values()) {
      for (const [index, current] of group.entries()) {
        const other = group.slice(0, index).find((earlier) => meet(earlier.value, current.value));
        if (other) yield overlap(other, current);
      }
    }
  },
};

function overlap(other: CheckedSubscription, { application, value, at }: CheckedSubscription) {
  const tiers =
    other.value.tier === value.tier
      ? `to tier '${value.tier}' twice`
      : `to tiers '${other.value.tier}' and '${value.tier}'`;
  return error(
    at(['tier']),
    `${describeApplication(application)} subscribes to api '${value.api}' ${tiers} at the same time`,
    'keep one of them, end the first before the second starts (`end`, `start`), or name different `environments`',
  );
}

function meet(a: Subscription, b: Subscription): boolean {
  const { environments } = a;
  const somewhere = !environments || !b.environments || b.environments.some((name) => environments.includes(name));
  return somewhere && spansOverlap(a, b);
}
