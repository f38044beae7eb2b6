import type { Construct } from 'constructs';
import { type TierLimitsProps, tierLimits } from '../core/desired';
import type { RateLimitPolicy } from '../core/model';
import { PolicyConstruct } from './policy-construct';

export type { TierLimitsProps };

/** What each tier allows on an API, and the API's own limit, where Gatewright's own plugins are used; elsewhere see {@link PartnerTier}. */
export class TierLimits extends PolicyConstruct<TierLimitsProps> {
  /** Name of the API. */
  readonly api: string;
  /** The API's own limit, which is counted with the tiers'. */
  readonly rateLimit: RateLimitPolicy | undefined;

  /** @throws Error when a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: TierLimitsProps) {
    super(scope, id, props, { rateLimit: 'rateLimit' }, tierLimits, [['Tier', ...props.tiers]]);
    this.api = props.api.name;
    this.rateLimit = props.rateLimit;
  }
}
