export { type NeededScopes, NO_SCOPE } from './needed-scopes';
export { type ApiOperation, exposedOperations, scopeAlternatives } from './operations';
export { type ApiPolicies, policiesOf, policyOf } from './policies';
export { isServedIn, isTierOpenIn, tiersOf, type Upstream, upstreamIn } from './served';
