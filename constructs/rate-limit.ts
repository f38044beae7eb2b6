import type { Construct } from 'constructs';
import type { RateLimitPolicy } from '../model';
import { rateLimitPlugins } from '../policies';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface RateLimitProps extends ServicePolicyProps {
  readonly policy: RateLimitPolicy;
}

/** An API's own limit, for all callers together; in addition to what tiers allow. */
export class RateLimit extends ServicePolicy {
  constructor(scope: Construct, id: string, props: RateLimitProps) {
    super(scope, id, props, [props.policy], () => rateLimitPlugins(props));
  }
}
