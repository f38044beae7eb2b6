import { type Tier, tierWindows } from '../../../model';

/** Days of the longest month. */
const LONGEST_MONTH = 31;

/**
 * The most calls in a month that a gateway permits an application for an API at a tier: a daily quota counts for 31 days. Infinite if
 * the gateway enforces no quota.
 */
export function monthlyQuota(tier: Tier, api: string): number {
  const quotas = tierWindows(tier, api).flatMap(({ window, limit }) => {
    if (window === 'month') return [limit];
    return window === 'day' ? [limit * LONGEST_MONTH] : [];
  });
  return Math.min(...quotas);
}
