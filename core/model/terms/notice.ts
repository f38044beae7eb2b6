import type { Catalog, Entry } from '../catalog/catalog';
import type { Terms } from '../catalog/terms-file';
import { contractVersion, partiesOf } from '../contract';
import type { Partner, Tier } from '../kinds';
import { addToDay, isInPeriod } from '../units/calendar';
import { changesIn } from './changes';

/** The notice that a contract requires before a version of terms is in force. */
export interface RequiredNotice {
  readonly partner: Entry<Partner>;
  /** What changes: a price, or other terms. */
  readonly of: 'price' | 'terms';
  /** The notice in the contract: '60 days'. */
  readonly notice: string;
  /** The first day on which the version may be in force, if it is announced on the given day. */
  readonly earliest: string;
}

/** A version of terms that replaces an earlier one. */
export interface TermsChange {
  readonly tier: Tier;
  readonly before: { readonly version: string; readonly terms: Terms };
  readonly after: Terms;
  /** 'YYYY-MM-DD' */
  readonly announced: string;
}

/**
 * The notice that contracts require before a version of terms replaces an earlier one: those of every partner that has a subscription
 * at the tier when it is announced, of application owners and resellers alike. Sorted by partner; at most one for each partner and kind
 * of change.
 */
export function noticesFor(catalog: Catalog, change: TermsChange): readonly RequiredNotice[] {
  const { tier, before, after, announced } = change;
  const { price, limits, others } = changesIn(before.terms, after, (name) => isOffered(catalog, name));
  if (!price && !limits && !others) return [];
  return [...partnersAt(catalog, tier.name, announced)]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((partner) => {
      const { contract } = partner.value;
      const notice = contractVersion(catalog.contractTemplates, partner.value)?.value.notice;
      if (!notice) return [];
      const pin = contract.terms?.find((one) => one.tier === tier.name && one.version === before.version);
      const required = (of: RequiredNotice['of'], period: string, canBePinned: boolean): readonly RequiredNotice[] => {
        const earliest = addToDay(announced, period);
        // A pin keeps price and service level for this partner; limits are the same for all.
        const isPinned = canBePinned && pin !== undefined && pin.until >= earliest;
        return isPinned ? [] : [{ partner, of, notice: period, earliest }];
      };
      return [
        ...(price ? required('price', notice.price, true) : []),
        ...(limits || others ? required('terms', notice.terms ?? notice.price, !limits) : []),
      ];
    });
}

/** The first day on which a version of terms may be in force: the day of its announcement if no contract requires notice. */
export function earliestDay(notices: readonly RequiredNotice[], announced: string): string {
  return [announced, ...notices.map(({ earliest }) => earliest)].sort().at(-1) ?? announced;
}

function isOffered({ apis }: Catalog, name: string): boolean {
  const api = apis.get(name)?.value;
  return api !== undefined && api.lifecycle !== 'retired';
}

/** The partners whose contract is in force on a day and that have, or resell, a subscription at a tier. */
function partnersAt(catalog: Catalog, tier: string, day: string): ReadonlySet<Entry<Partner>> {
  const subscribing = [...catalog.applications.values()].filter(({ value }) =>
    value.subscriptions?.some((one) => one.tier === tier && (one.end === undefined || day < one.end)),
  );
  const parties = subscribing.flatMap((application) => {
    const { owner, resellers } = partiesOf(catalog.partners, application);
    return [owner, ...resellers];
  });
  return new Set(
    parties.filter(
      ({ value: { contract } }) => contract.accepted && isInPeriod(day, contract.accepted.on, contract.end),
    ),
  );
}
