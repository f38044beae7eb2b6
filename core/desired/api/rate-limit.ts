import { rateLimitPlugins } from '../../../policies';
import type { RateLimitPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface RateLimitProps extends ServicePolicyProps {
  readonly policy: RateLimitPolicy;
}

/**
 * An API's own limit, which all callers share; it applies in addition to the tiers' limits. With portable plugins `tierLimits` enforces
 * it, and this returns no entities.
 */
export function rateLimit(props: RateLimitProps): readonly Entity[] {
  return servicePlugins(props, rateLimitPlugins(props), policyOrigins(props.api, 'rateLimit', props.policy));
}
