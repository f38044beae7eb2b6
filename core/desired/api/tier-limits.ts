import { servedOperations, tierLimitPlugins } from '../../../policies';
import { type OpenApiDefinition, originIn, type RateLimitPolicy, type Tier, termsOrigin } from '../../model';
import type { Entity } from '../entity';
import { type ServicePolicyProps, servicePlugins } from './service-policy';

export interface TierLimitsProps extends ServicePolicyProps {
  /** The API's tiers, best first. */
  readonly tiers: readonly Tier[];
  readonly definition: OpenApiDefinition;
  /**
   * The API's own limit, which all callers share. Its failure mode also applies to the tiers' limits.
   * @default no limit of its own, and the default failure mode in the schema of RateLimitPolicy
   */
  readonly rateLimit?: RateLimitPolicy | undefined;
}

/**
 * The limits of an API's tiers and its own limit, with portable plugins. With native plugins the limits are on the groups
 * (`partnerTier`) and in `rateLimit`, and this returns no entities.
 */
export function tierLimits(props: TierLimitsProps): readonly Entity[] {
  const { api, definition, tiers } = props;
  const plugins = tierLimitPlugins({ ...props, operations: servedOperations({ value: api, definition }) });
  return servicePlugins(props, plugins, [originIn('Api', api.name, ['tiers']), ...tiers.map(termsOrigin)]);
}
