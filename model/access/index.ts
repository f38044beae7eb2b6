export {
  type ApplicationAccess,
  accessIn,
  accessOf,
  type GrantReason,
  grantReason,
  type SubscriptionAccess,
} from './access';
export { type NeededScopes, NO_SCOPE } from './needed-scopes';
export { type ApiOperation, exposedOperations, operationsOf, scopeAlternatives } from './operations';
export { type ApiPolicies, policiesOf, policyOf } from './policies';
export { isServedIn, tiersOf, type Upstream, upstreamIn } from './served';
export { type Standing, type StandingReason, standingOf } from './standing';
