import type { Construct } from 'constructs';
import type { OpenApiDefinition, RateLimitPolicy, Tier } from '../model';
import { servedOperations, tierLimitPlugins } from '../policies';
import { apiEntryOf } from './documents';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface TierLimitsProps extends ServicePolicyProps {
  /** The tiers that the API is offered at, best first. */
  readonly tiers: readonly Tier[];
  readonly definition: OpenApiDefinition;
  /**
   * The API's RateLimitPolicy, whose failure mode holds for tiers, too.
   * @default the failure mode that the schema of RateLimitPolicy names
   */
  readonly rateLimit?: RateLimitPolicy | undefined;
}

/**
 * What each tier allows on an API, where Gatewright's own plugins are used. Where Enterprise's are used the limits stand on the
 * groups ({@link PartnerTier}), and this adds nothing.
 */
export class TierLimits extends ServicePolicy {
  constructor(scope: Construct, id: string, props: TierLimitsProps) {
    const { api, definition, rateLimit, tiers } = props;
    super(scope, id, props, [...tiers, rateLimit], () =>
      tierLimitPlugins({ ...props, operations: servedOperations(apiEntryOf(api, definition)) }),
    );
  }
}
