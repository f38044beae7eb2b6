import type { Construct } from 'constructs';
import { type RateLimitProps, rateLimit } from '../core/desired';
import type { RateLimitPolicy } from '../core/model';
import { supportedTarget } from '../policies';
import { GatewayStack } from './gateway-stack';
import { PolicyConstruct } from './policy-construct';
import { TierLimits } from './tier-limits';

export type { RateLimitProps };

/**
 * An API's own limit, which all callers share; it applies in addition to the tiers' limits. With portable plugins {@link TierLimits}
 * enforces it, and this only validates that the stack contains such a construct.
 */
export class RateLimit extends PolicyConstruct<RateLimitProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: RateLimitProps) {
    const { api, environment, policy } = props;
    super(scope, id, props, { rateLimit: 'policy' }, rateLimit);
    if (supportedTarget(environment).plugins === 'native') return;
    this.node.addValidation({
      validate: () =>
        isEnforced(this, api.name, policy)
          ? []
          : [
              `rate limit policy '${policy.name}' of api '${api.name}' is enforced by TierLimits, which this stack does not have for the api; add TierLimits with \`rateLimit\``,
            ],
    });
  }
}

/** Whether the same stack has TierLimits of the API with this limit. Another stack may belong to another gateway. */
function isEnforced(construct: Construct, api: string, policy: RateLimitPolicy): boolean {
  const stack = GatewayStack.of(construct);
  return stack.node
    .findAll()
    .filter((each) => each instanceof TierLimits)
    .some((each) => each.api === api && each.rateLimit?.name === policy.name && GatewayStack.of(each) === stack);
}
