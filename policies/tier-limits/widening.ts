import type { WideningList } from '../plugin/widening-list';

/** The tiers whose callers are counted. A caller whose tier is not listed is rejected. */
export const TIER_LIMITS_WIDENING: readonly WideningList[] = [
  { plugin: 'partner-tier-limit', path: 'tiers', key: 'group' },
];
