export { OfferView, type OperationView } from './offer-view';
export type { EffectivePolicies } from './policies';
export { type PurposeRules, purposeRules } from './purpose';
export type { EffectiveSla } from './sla';
export type { OfferStatus } from './status';
export type { EffectiveWindow } from './windows';
