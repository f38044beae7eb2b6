import type { Construct } from 'constructs';
import type { OpenApiDefinition, RateLimitPolicy, Tier } from '../core/model';
import { servedOperations, tierLimitPlugins } from '../policies';
import { apiEntryOf } from './documents';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface TierLimitsProps extends ServicePolicyProps {
  /** The tiers that the API is offered at, best first. */
  readonly tiers: readonly Tier[];
  readonly definition: OpenApiDefinition;
  /**
   * The API's own limit, for all callers together. Its failure mode holds for tiers, too.
   * @default no limit of its own, and the failure mode that the schema of RateLimitPolicy names
   */
  readonly rateLimit?: RateLimitPolicy | undefined;
}

/**
 * What each tier allows on an API, and the API's own limit, where Gatewright's own plugins are used. Where Enterprise's are used the limits are on the
 * groups ({@link PartnerTier}) and in {@link RateLimit}, and this adds nothing.
 */
export class TierLimits extends ServicePolicy {
  /** Name of the API. */
  readonly api: string;
  /** The API's own limit, which is counted with the tiers'. */
  readonly rateLimit: RateLimitPolicy | undefined;

  constructor(scope: Construct, id: string, props: TierLimitsProps) {
    const { api, definition, rateLimit, tiers } = props;
    super(scope, id, props, [...tiers, rateLimit], () =>
      tierLimitPlugins({ ...props, operations: servedOperations(apiEntryOf(api, definition)) }),
    );
    this.api = api.name;
    this.rateLimit = rateLimit;
  }
}
