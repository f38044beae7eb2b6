/** The steps of a run, in order. */
import { apply } from './apply';
import { audit } from './audit';
import { burst } from './burst';
import { liveConsent } from './consent';
import { destroy } from './destroy';
import { deprecated, errorModel, idempotency } from './http-conventions';
import { hosts, identity } from './identity';
import { issuerUnavailable, keyRotation } from './issuer';
import { loadBaseline, loadCost, loadFairness } from './load';
import { masking } from './masking';
import { metrics } from './metrics';
import { mtls } from './mtls';
import { overage } from './overage';
import { ownLimitUnavailable } from './own-limit';
import { partnerSigned } from './partner-signed';
import { hiddenPaths, paths } from './paths';
import { redisUnavailable } from './redis-unavailable';
import { rename } from './rename';
import { reseller } from './reseller';
import { otherApi, scopesAndPurpose, userContext } from './rights';
import { secondPlan } from './second-plan';
import { noSecrets } from './secrets';
import type { Step } from './step';
import { suspension } from './suspension';
import { terms } from './terms';
import { tierLimit } from './tier-limit';
import { otherEnvironment, tokens } from './tokens';
import { upgrade } from './upgrade';
import { upstreamPaths } from './upstreams';

export const STEPS: readonly Step[] = [
  apply,
  secondPlan,
  burst,
  tokens,
  otherEnvironment,
  partnerSigned,
  otherApi,
  scopesAndPurpose,
  userContext,
  mtls,
  liveConsent,
  identity,
  hosts,
  errorModel,
  paths,
  hiddenPaths,
  upstreamPaths,
  idempotency,
  deprecated,
  masking,
  tierLimit,
  upgrade,
  suspension,
  rename,
  reseller,
  overage,
  terms,
  keyRotation,
  issuerUnavailable,
  redisUnavailable,
  ownLimitUnavailable,
  audit,
  metrics,
  secondPlan,
  noSecrets,
];

export const LOAD_STEPS: readonly Step[] = [loadBaseline, apply, loadFairness, loadCost];

/** Steps that always run at the end. */
export const LAST_STEPS: readonly Step[] = [destroy];
