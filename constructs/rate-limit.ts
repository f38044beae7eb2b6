import type { Construct } from 'constructs';
import { type RateLimitProps, rateLimit } from '../core/desired';
import type { RateLimitPolicy } from '../core/model';
import { supportedTarget } from '../policies';
import { GatewayStack } from './gateway-stack';
import { PolicyConstruct } from './policy-construct';
import { TierLimits } from './tier-limits';

export type { RateLimitProps };

/**
 * An API's own limit, for all callers together; in addition to what tiers allow. Where Gatewright's own plugins are used,
 * {@link TierLimits} counts it, and this adds nothing but the check that it is there.
 */
export class RateLimit extends PolicyConstruct<RateLimitProps> {
  /** @throws Error when a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: RateLimitProps) {
    const { api, environment, policy } = props;
    super(scope, id, props, { rateLimit: 'policy' }, rateLimit);
    if (supportedTarget(environment).plugins === 'native') return;
    this.node.addValidation({
      validate: () =>
        isCounted(this, api.name, policy)
          ? []
          : [
              `rate limit policy '${policy.name}' of api '${api.name}' is counted by TierLimits, and there are none of this api in the same stack; add TierLimits with \`rateLimit\``,
            ],
    });
  }
}

/** Whether TierLimits of the same API and in the same stack were given its limit; another stack may be of another gateway. */
function isCounted(construct: Construct, api: string, policy: RateLimitPolicy): boolean {
  const stack = GatewayStack.of(construct);
  return stack.node
    .findAll()
    .filter((each) => each instanceof TierLimits)
    .some((each) => each.api === api && each.rateLimit?.name === policy.name && GatewayStack.of(each) === stack);
}
