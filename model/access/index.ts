export {
  type ApplicationAccess,
  accessIn,
  accessOf,
  type GrantReason,
  grantReason,
  type SubscriptionAccess,
} from './access';
export { type ApiPolicies, policiesOf, policyOf } from './policies';
export { exposedOperations, isServedIn, tiersOf, type Upstream, upstreamIn } from './served';
export { type Standing, type StandingReason, standingOf } from './standing';
