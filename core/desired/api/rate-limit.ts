import { rateLimitPlugins } from '../../../policies';
import type { RateLimitPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface RateLimitProps extends ServicePolicyProps {
  readonly policy: RateLimitPolicy;
}

/**
 * An API's own limit, for all callers together, in addition to what tiers allow. Where Gatewright's own plugins are used
 * `tierLimits` counts it, and this adds nothing.
 */
export function rateLimit(props: RateLimitProps): readonly Entity[] {
  return servicePlugins(props, rateLimitPlugins(props), policyOrigins(props.api, 'rateLimit', props.policy));
}
