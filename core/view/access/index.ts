export { type ApplicationAccess, accessOf, type GrantReason, grantReason, type SubscriptionAccess } from './access';
export { type AccessStatus, AccessView } from './access-view';
export { type Standing, type StandingReason, standingOf } from './standing';
