import { type ApiEntry, type ApplicationEntry, deviationsOn, type Entry, originOf, type Tier } from '../../model';
import type { OfferView } from '../offer/offer-view';
import { type EffectiveSla, effectiveSla, offeredSla, type SlaSource } from '../offer/sla';

/** The documents that determine the service level of one subscription. */
interface SlaSubscription {
  readonly application: ApplicationEntry;
  readonly api: ApiEntry;
  readonly tier: Entry<Tier>;
  readonly offer: OfferView;
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  /** The tier with the terms that the contract has on a day. */
  termsOn(day: string): Entry<Tier>;
}

/**
 * The service level that a subscription has on a day: that of its offer, with the deviations that are in force. The contract of the
 * partner that buys decides: the application's `partner`, which is the reseller if the application has `onBehalfOf`. What the
 * reseller promises its own customer is between the two.
 */
export function accessSla(subscription: SlaSubscription): EffectiveSla {
  const { application, api, tier, offer, asOf } = subscription;
  const deviations = slaDeviations(application, tier.name, asOf);
  const agreed = subscription.termsOn(asOf);
  return deviations.length === 0 && agreed === tier
    ? offer.sla
    : effectiveSla([...deviations, ...offeredSla(api, agreed)]);
}

function slaDeviations({ partner }: ApplicationEntry, tier: string, day: string): readonly SlaSource[] {
  return deviationsOn(partner.value, tier, day).flatMap(({ index, value: { sla } }) =>
    sla ? [{ sla, originOf: (path) => originOf(partner, ['contract', 'deviations', index, ...path]) }] : [],
  );
}
