/** Views: a catalog evaluated for an environment on a date. */
export {
  type ApplicationAccess,
  accessOf,
  type GrantReason,
  grantReason,
  type SubscriptionAccess,
} from './access/access';
export type { AccessStatus, AccessView } from './access/access-view';
export {
  type AgreementDocuments,
  type ApplicationStatus,
  applicationStatus,
  type StatusReason,
} from './access/application-status';
export { statusOn } from './access/decision';
export { type LossReason, type ResellerLoss, resellerLosses } from './access/reseller-loss';
export {
  type EffectiveValues,
  type EffectiveValuesQuery,
  effectiveValues,
  effectiveValuesOf,
} from './effective/effective-values';
export type { OfferView, OperationView } from './offer/offer-view';
export type { EffectivePolicies } from './offer/policies';
export {
  type EffectiveCallPrice,
  type EffectivePrice,
  type EffectivePriceItem,
  effectivePrice,
  type PriceSource,
  priceOf,
} from './offer/price';
export { type PurposeRules, purposeRules } from './offer/purpose';
export { type EffectiveSla, effectiveSla, offeredSla, type SlaCredits, type SlaSource } from './offer/sla';
export type { OfferStatus } from './offer/status';
export type { EffectiveWindow } from './offer/windows';
export type { Sourced } from './sourced';
export { type ApplicationView, accessIn, type Views, viewsIn } from './views';
