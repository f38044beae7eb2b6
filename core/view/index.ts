/** Views: what holds in an environment on a day. */
export {
  type AccessStatus,
  type AccessView,
  type ApplicationAccess,
  accessOf,
  type GrantReason,
  grantReason,
  type Standing,
  type StandingReason,
  type SubscriptionAccess,
  standingOf,
} from './access';
export { type Effective, type EffectiveQuestion, effectiveOf, effectiveValues } from './effective';
export {
  type EffectivePolicies,
  type EffectiveSla,
  type EffectiveWindow,
  type OfferStatus,
  type OfferView,
  type OperationView,
  type PurposeRules,
  purposeRules,
} from './offer';
export type { Sourced } from './sourced';
export { type ApplicationView, accessIn, type Views, viewsIn } from './views';
