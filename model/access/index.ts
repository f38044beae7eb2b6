export {
  type ApplicationAccess,
  accessIn,
  accessOf,
  type GrantReason,
  grantReason,
  type SubscriptionAccess,
} from './access';
export { exposedOperations, isServedIn, type Upstream, upstreamIn } from './served';
export { type Standing, type StandingReason, standingOf } from './standing';
