import type { NamedValue, OwnedApplication } from '../catalog/catalog';
import type { Partner } from '../kinds';

/** The partners of a catalog, by name. */
export type Partners<P extends NamedValue<Partner> = NamedValue<Partner>> = ReadonlyMap<string, P>;

/** The partners that an application depends on. */
export interface Parties<P extends NamedValue<Partner> = NamedValue<Partner>> {
  /** The application owner: the partner whose approval and contract decide whether the application has access. */
  readonly owner: P;
  /** The partners through which the owner buys, the nearest first. */
  readonly resellers: readonly P[];
}

/**
 * The owner and the resellers of an application. With `onBehalfOf`, the application's partner is a reseller that runs it for the
 * owner. A partner that does not exist is omitted, and a cycle ends before its first repetition; checks report both. If the owner
 * does not exist, the application's partner counts as its owner.
 */
export function partiesOf<P extends NamedValue<Partner>>(
  partners: Partners<P>,
  { value, partner }: OwnedApplication & { readonly partner: P },
): Parties<P> {
  const named = value.onBehalfOf === undefined ? undefined : partners.get(value.onBehalfOf);
  const owner = named ?? partner;
  const first = named ? partner : partners.get(partner.value.reseller ?? '');
  if (!first) return Object.freeze({ owner, resellers: NO_RESELLERS });
  const resellers = new Set<P>();
  for (
    let reseller: P | undefined = first;
    reseller && reseller.name !== owner.name && !resellers.has(reseller);
    reseller = partners.get(reseller.value.reseller ?? '')
  ) {
    resellers.add(reseller);
  }
  return Object.freeze({ owner, resellers: Object.freeze([...resellers]) });
}

const NO_RESELLERS = Object.freeze([]);
