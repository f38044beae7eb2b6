import type {
  Api,
  ApiEntry,
  ApplicationEntry,
  Credentials,
  Entry,
  Environment,
  NamedValue,
  OwnedApplication,
  Parties,
  Subscription,
  Tier,
} from '../../model';
import { isServedIn, isTierOpenIn, withDefaults } from '../../model';
import { type AgreementDocuments, applicationStatus, type StatusReason } from './application-status';
import { statusOn } from './decision';
import type { ResellerLoss } from './reseller-loss';

/**
 * Why a subscription is granted or not. Only `granted` means that it is. For `not-open`, see the application's status.
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

/** The result for one subscription in one environment on one date. */
export interface SubscriptionAccess<A extends NamedValue<Api> = ApiEntry, T extends NamedValue<Tier> = Entry<Tier>> {
  readonly subscription: Subscription;
  /** Index in the application's list of subscriptions. */
  readonly index: number;
  readonly api: A;
  readonly tier: T;
  /** Whether the gateway allows its calls: the consumer is a member of the group. */
  readonly granted: boolean;
  readonly reason: GrantReason;
}

/** The access of one application in one environment on one date. */
export interface ApplicationAccess<
  O extends OwnedApplication = ApplicationEntry,
  A extends NamedValue<Api> = ApiEntry,
  T extends NamedValue<Tier> = Entry<Tier>,
> {
  readonly application: O;
  /** The credentials for this environment, if any. */
  readonly credentials: Credentials | undefined;
  /** Whether the consumer and its credentials exist on the gateway. */
  readonly present: boolean;
  readonly reason: StatusReason;
  /** The owner of the application and the resellers through which it buys. */
  readonly parties: Parties;
  /** The resellers that the owner loses, now or later; the one that ends access first is first. */
  readonly losses: readonly ResellerLoss[];
  /** In the order of the document, without those that name an unknown API or tier. */
  readonly subscriptions: readonly SubscriptionAccess<A, T>[];
}

/**
 * Evaluates an application's subscriptions in an environment on a date.
 *
 * @param catalog the APIs, tiers, partners and contract templates by name
 */
export function accessOf<O extends OwnedApplication, A extends NamedValue<Api>, T extends NamedValue<Tier>>(
  catalog: AgreementDocuments & { readonly apis: ReadonlyMap<string, A>; readonly tiers: ReadonlyMap<string, T> },
  application: O,
  environment: Environment,
  asOf: string,
): ApplicationAccess<O, A, T> {
  const { open, ...status } = applicationStatus(catalog, application, environment, asOf);
  const subscriptions: SubscriptionAccess<A, T>[] = [];
  for (const [index, subscription] of (application.value.subscriptions ?? []).entries()) {
    const api = catalog.apis.get(subscription.api);
    const tier = catalog.tiers.get(subscription.tier);
    if (!api || !tier) continue;
    const grant = open ? grantReason(subscription, api, tier, environment, asOf) : 'not-open';
    subscriptions.push({ subscription, index, api, tier, granted: grant === 'granted', reason: grant });
  }
  return { application, ...status, subscriptions };
}

/** Whether a subscription of an application with an open status is granted; if not, the first reason. */
export function grantReason(
  subscription: Subscription,
  api: NamedValue<Api>,
  tier: NamedValue<Tier>,
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
