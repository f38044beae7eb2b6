export {
  type ApplicationAccess,
  accessIn,
  accessOf,
  type GrantReason,
  grantReason,
  type SubscriptionAccess,
} from './access';
export { type Standing, type StandingReason, standingOf } from './standing';
