import type { Construct } from 'constructs';
import { type TierLimitsProps, tierLimits } from '../core/desired';
import type { RateLimitPolicy } from '../core/model';
import { PolicyConstruct } from './policy-construct';

export type { TierLimitsProps };

/** The limits of an API's tiers and its own limit, with portable plugins; for native plugins see {@link PartnerTier}. */
export class TierLimits extends PolicyConstruct<TierLimitsProps> {
  /** Name of the API. */
  readonly api: string;
  /** The API's own limit, which is enforced together with the tiers' limits. */
  readonly rateLimit: RateLimitPolicy | undefined;

  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: TierLimitsProps) {
    super(scope, id, props, { rateLimit: 'rateLimit' }, tierLimits, [['Tier', ...props.tiers]]);
    this.api = props.api.name;
    this.rateLimit = props.rateLimit;
  }
}
