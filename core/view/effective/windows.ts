import type { ApiEntry, Catalog, Entry, Position, Tier } from '../../model';
import { mergeWindows, policyOf, tierWindows, type Window, windowPath } from '../../model';

/** How many calls a window allows. */
export interface EffectiveWindow {
  readonly window: Window;
  readonly limit: number;
  /** The place that decides, then those that it takes the place of. */
  readonly origins: readonly Position[];
}

/** What a tier allows on an API, or on an operation of it: override of the operation over that of the API over the tier. */
export function tierLimits(tier: Entry<Tier>, api: string, operation?: string): readonly EffectiveWindow[] {
  // From the weakest layer to the one that holds: what a window was before it was replaced.
  const layers = [tierWindows(tier.value), tierWindows(tier.value, api), tierWindows(tier.value, api, operation)];
  return tierWindows(tier.value, api, operation).map(({ window, limit }) => {
    const origins: Position[] = [];
    for (const layer of layers) {
      const there = layer.find((one) => one.window === window);
      if (!there) continue;
      const position = tier.at(windowPath(there));
      if (!origins.some(({ path }) => path === position.path)) origins.unshift(position);
    }
    return { window, limit, origins };
  });
}

/** The limit that an API has for all callers together, in addition to every tier's. */
export function apiWindows(catalog: Catalog, api: ApiEntry): readonly EffectiveWindow[] {
  const policy = policyOf(catalog, api.value, 'rateLimit');
  if (!policy) return [];
  const { limits, quota } = policy.value;
  return mergeWindows([{ limits, quota, origin: policy }]).map(({ window, limit, part }) => ({
    window,
    limit,
    origins: [policy.at([part, window]), api.at(['policies', 'rateLimit'])],
  }));
}
