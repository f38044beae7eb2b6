import type { Construct } from 'constructs';
import { type RateLimitProps, rateLimit } from '../core/desired';
import type { RateLimitPolicy } from '../core/model';
import { supportedTarget } from '../policies';
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
              `rate limit policy '${policy.name}' of api '${api.name}' is counted by TierLimits, which was not given it; add \`rateLimit\` to the TierLimits of this api in the same stack`,
            ],
    });
  }
}

/** Whether the TierLimits of an API were given its limit. */
function isCounted({ node }: Construct, api: string, policy: RateLimitPolicy): boolean {
  return node.root.node
    .findAll()
    .some((each) => each instanceof TierLimits && each.api === api && each.rateLimit?.name === policy.name);
}
