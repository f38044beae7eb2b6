/** Views: what holds in an environment on a day. */
export {
  type ApplicationAccess,
  accessIn,
  accessOf,
  type GrantReason,
  grantReason,
  type Standing,
  type StandingReason,
  type SubscriptionAccess,
  standingOf,
} from './access';
export {
  type Effective,
  type EffectiveAccess,
  type EffectivePolicies,
  type EffectiveQuestion,
  type EffectiveSla,
  type EffectiveWindow,
  effectiveValues,
  type Part,
} from './effective';
