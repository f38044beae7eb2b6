import { canonicalJson } from '../base/canonical-json';
import type { Terms } from '../catalog/terms-file';
import type { Tier } from '../kinds';
import { durationMs } from '../units/duration';
import { tierWindows } from '../windows';
import { isPriceAtMost } from './price-change';
import { isSlaAtLeast } from './sla-change';
import { joinedSla } from './sla-fallback';
import { normalizedTerms } from './terms-of';

/** Whether a new version of terms may make a partner worse off, and therefore needs notice. */
export interface TermsChanges {
  readonly price: boolean;
  /** Limits, quotas and their overrides, which apply on the gateway to every partner alike. */
  readonly limits: boolean;
  /** Service level, support, approval, requirements, benefits. */
  readonly others: boolean;
}

/**
 * Compares two versions of terms. Terms that are better for every partner need no notice, where that can be decided exactly:
 * higher limits, a better service level, more support, lower amounts of the same price items. A new API is not such a change either.
 *
 * @param isOffered whether an API is still offered; one that ended has had its own notice
 */
export function changesIn(earlier: Terms, later: Terms, isOffered: (api: string) => boolean): TermsChanges {
  const before = normalizedTerms(earlier);
  const after = normalizedTerms(later);
  return {
    price: !isPriceAtMost(after.price, before.price),
    limits: !areLimitsAtLeast(after, before),
    others: !(
      areServiceLevelsAtLeast(after, before, isOffered) &&
      isSupportAtLeast(after.support, before.support) &&
      (after.approval === 'automatic' || before.approval === 'required') &&
      isSubset(after.requires, before.requires) &&
      isSubset(before.benefits, after.benefits)
    ),
  };
}

/** Whether two versions of terms have the same limits, quotas and overrides on the gateway. */
export function haveEqualLimits(a: Terms, b: Terms): boolean {
  return areLimitsAtLeast(a, b) && areLimitsAtLeast(b, a);
}

function areLimitsAtLeast(terms: Terms, earlier: Terms): boolean {
  const places = [...(terms.overrides ?? []), ...(earlier.overrides ?? [])].map(({ api, operation }) => ({
    api,
    operation,
  }));
  return [{ api: undefined, operation: undefined }, ...places].every(({ api, operation }) => {
    const before = tierWindows(earlier as Tier, api, operation);
    return tierWindows(terms as Tier, api, operation).every(({ window, limit }) => {
      const old = before.find((one) => one.window === window);
      return old !== undefined && limit >= old.limit;
    });
  });
}

function areServiceLevelsAtLeast(after: Terms, before: Terms, isOffered: (api: string) => boolean): boolean {
  if (!isSlaAtLeast(after.sla ?? {}, before.sla ?? {})) {
    // A figure that moved from the tier to all of its APIs would be as good, but an API without one would not.
    return false;
  }
  return Object.entries(before.apis ?? {}).every(
    ([api, { sla }]) =>
      !isOffered(api) || isSlaAtLeast(joinedSla(after.sla, after.apis?.[api]?.sla), joinedSla(before.sla, sla)),
  );
}

function isSupportAtLeast(support: Terms['support'], earlier: Terms['support']): boolean {
  if (earlier === undefined || canonicalJson(earlier) === canonicalJson(support)) return true;
  if (support === undefined) return false;
  const { channels, hours, response } = earlier;
  return (
    isSubset(channels, support.channels) &&
    (hours === undefined || support.hours === hours || support.hours === 'around-the-clock') &&
    (response === undefined || (support.response !== undefined && durationMs(support.response) <= durationMs(response)))
  );
}

function isSubset(items: readonly string[] = [], of: readonly string[] = []): boolean {
  return items.every((item) => of.includes(item));
}
