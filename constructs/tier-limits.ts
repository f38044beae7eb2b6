import type { Construct } from 'constructs';
import { type TierLimitsProps, tierLimits } from '../core/desired';
import type { RateLimitPolicy } from '../core/model';
import { GatewayConstruct } from './gateway-construct';

export type { TierLimitsProps };

/** What each tier allows on an API, and the API's own limit, where Gatewright's own plugins are used; elsewhere see {@link PartnerTier}. */
export class TierLimits extends GatewayConstruct {
  /** Name of the API. */
  readonly api: string;
  /** The API's own limit, which is counted with the tiers'. */
  readonly rateLimit: RateLimitPolicy | undefined;

  constructor(scope: Construct, id: string, props: TierLimitsProps) {
    super(scope, id, [props.api, props.environment, ...props.tiers, props.rateLimit], () => tierLimits(props));
    this.api = props.api.name;
    this.rateLimit = props.rateLimit;
  }
}
