import type {
  Api,
  ApiEntry,
  ApplicationEntry,
  Credentials,
  Entry,
  Environment,
  OwnedApplication,
  Subscription,
  Tier,
  Valued,
} from '../../model';
import { isServedIn, isTierOpenIn, withDefaults } from '../../model';
import { applicationStatus, type StatusReason } from './application-status';
import { statusOn } from './decision';

/**
 * Why a subscription is granted or not. `granted` is the only one that grants; `not-open` leaves the reason to the
 * application's standing.
 */
export type GrantReason =
  | 'granted'
  | 'not-open'
  | 'not-served'
  | 'other-environment'
  | 'not-started'
  | 'ended'
  | 'tier-draft'
  | 'approval-pending'
  | 'approval-rejected';

/** What one subscription comes to in one environment on one day. */
export interface SubscriptionAccess<A extends Valued<Api> = ApiEntry, T extends Valued<Tier> = Entry<Tier>> {
  readonly subscription: Subscription;
  /** Its place among the application's subscriptions, from 0. */
  readonly index: number;
  readonly api: A;
  readonly tier: T;
  /** Whether the gateway lets its calls through: the group entry exists. */
  readonly granted: boolean;
  readonly reason: GrantReason;
}

/** What one application may do in one environment on one day. */
export interface ApplicationAccess<
  O extends OwnedApplication = ApplicationEntry,
  A extends Valued<Api> = ApiEntry,
  T extends Valued<Tier> = Entry<Tier>,
> {
  readonly application: O;
  /** Its credentials in this environment, if it has any. */
  readonly credentials: Credentials | undefined;
  /** Whether its consumer and its credentials exist at the gateway. */
  readonly present: boolean;
  readonly reason: StatusReason;
  /** In the order of the document; those that name an unknown API or tier are left out. */
  readonly subscriptions: readonly SubscriptionAccess<A, T>[];
}

/**
 * What one application may do in an environment on a day.
 *
 * @param catalog the APIs and tiers that it subscribes to, by name
 */
export function accessOf<O extends OwnedApplication, A extends Valued<Api>, T extends Valued<Tier>>(
  catalog: { readonly apis: ReadonlyMap<string, A>; readonly tiers: ReadonlyMap<string, T> },
  application: O,
  environment: Environment,
  asOf: string,
): ApplicationAccess<O, A, T> {
  const { present, open, reason, credentials } = applicationStatus(application, environment, asOf);
  const subscriptions: SubscriptionAccess<A, T>[] = [];
  for (const [index, subscription] of (application.value.subscriptions ?? []).entries()) {
    const api = catalog.apis.get(subscription.api);
    const tier = catalog.tiers.get(subscription.tier);
    if (!api || !tier) continue;
    const why = open ? grantReason(subscription, api, tier, environment, asOf) : 'not-open';
    subscriptions.push({ subscription, index, api, tier, granted: why === 'granted', reason: why });
  }
  return { application, credentials, present, reason, subscriptions };
}

/** Whether a subscription of an application that nothing stands against is granted, and if not, the first reason. */
export function grantReason(
  subscription: Subscription,
  api: Valued<Api>,
  tier: Valued<Tier>,
  environment: Environment,
  asOf: string,
): GrantReason {
  if (!isServedIn(api.value, environment)) return 'not-served';
  if (subscription.environments?.includes(environment.name) === false) return 'other-environment';
  const { approval } = subscription;
  if (approval?.status === 'rejected') return 'approval-rejected';
  if (subscription.end !== undefined && subscription.end <= asOf) return 'ended';
  if (subscription.start !== undefined && asOf < subscription.start) return 'not-started';
  if (environment.stage === 'sandbox') return 'granted';
  if (!isTierOpenIn(tier.value, environment)) return 'tier-draft';
  const approved = approval
    ? statusOn(approval, asOf) === 'approved'
    : withDefaults('Tier', tier.value).approval === 'automatic';
  return approved ? 'granted' : 'approval-pending';
}
