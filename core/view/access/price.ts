import { type ApplicationEntry, deviationsOn, type Entry, originOf, type Tier, withDefaults } from '../../model';
import type { OfferView } from '../offer/offer-view';
import { type EffectivePrice, effectivePrice, type PriceSource } from '../offer/price';

/** The documents that determine the price of one subscription. */
interface PricedSubscription {
  readonly application: ApplicationEntry;
  readonly tier: Entry<Tier>;
  readonly offer: OfferView;
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  /** The tier with the terms that the contract has on a day. */
  termsOn(day: string): Entry<Tier>;
}

/**
 * The price of a subscription on a day: that of its offer, with the deviations that are in force. The contract of the partner that
 * buys decides: the application's `partner`, which is the reseller if the application has `onBehalfOf`.
 */
export function accessPrice(subscription: PricedSubscription): EffectivePrice | undefined {
  const { application, tier, offer, asOf } = subscription;
  const deviations = priceDeviations(application, tier.name, asOf);
  const agreed = subscription.termsOn(asOf);
  return deviations.length === 0 && agreed === tier ? offer.price : effectivePrice(agreed, deviations);
}

function priceDeviations({ partner }: ApplicationEntry, tier: string, day: string): readonly PriceSource[] {
  const complete = withDefaults('Partner', partner.value);
  return deviationsOn(partner.value, tier, day).flatMap(({ index }) => {
    const items = complete.contract.deviations?.[index]?.price;
    if (!items) return [];
    return [{ items, originOf: (item) => originOf(partner, ['contract', 'deviations', index, 'price', item]) }];
  });
}
