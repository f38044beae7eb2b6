import { servedOperations, tierLimitPlugins } from '../../../policies';
import { type OpenApiDefinition, originIn, type RateLimitPolicy, type Tier } from '../../model';
import type { Entity } from '../entity';
import { type ServicePolicyProps, servicePlugins } from './service-policy';

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
 * What each tier allows on an API, and the API's own limit, where Gatewright's own plugins are used. Where Enterprise's are used the
 * limits are on the groups (`partnerTier`) and in `rateLimit`, and this adds nothing.
 */
export function tierLimits(props: TierLimitsProps): readonly Entity[] {
  const { api, definition, tiers } = props;
  const plugins = tierLimitPlugins({ ...props, operations: servedOperations({ value: api, definition }) });
  return servicePlugins(props, plugins, [
    originIn('Api', api.name, ['tiers']),
    ...tiers.map(({ name }) => originIn('Tier', name)),
  ]);
}
