import type { ApiEntry, Catalog, Entry, Origin, Path, Tier } from '../../model';
import { mergeWindows, originOf, policyOf, tierWindows, type Window, windowPath } from '../../model';

/** How many calls a window allows. */
export interface EffectiveWindow {
  readonly window: Window;
  readonly limit: number;
  /** The place that decides, then those that it takes the place of. */
  readonly origins: readonly Origin[];
}

/** What a tier allows on an API, or on an operation of it: override of the operation over that of the API over the tier. */
export function tierLimits(tier: Entry<Tier>, api: string, operation?: string): readonly EffectiveWindow[] {
  // From the weakest layer to the one that holds: what a window was before it was replaced.
  const layers = [tierWindows(tier.value), tierWindows(tier.value, api), tierWindows(tier.value, api, operation)];
  const limits = tierWindows(tier.value, api, operation).map(({ window, limit }) => {
    const paths: Path[] = [];
    for (const layer of layers) {
      const there = layer.find((one) => one.window === window);
      const path = there && windowPath(there);
      if (path && !paths.some((known) => known.join('/') === path.join('/'))) paths.unshift(path);
    }
    return effectiveWindow(
      window,
      limit,
      paths.map((path) => originOf(tier, path)),
    );
  });
  return Object.freeze(limits);
}

/** The limit that an API has for all callers together, in addition to every tier's. */
export function apiLimits(catalog: Catalog, api: ApiEntry): readonly EffectiveWindow[] {
  const policy = policyOf(catalog, api.value, 'rateLimit');
  if (!policy) return NO_LIMIT;
  const { limits, quota } = policy.value;
  const merged = mergeWindows([{ limits, quota, origin: policy }]).map(({ window, limit, part }) =>
    effectiveWindow(window, limit, [originOf(policy, [part, window]), originOf(api, ['policies', 'rateLimit'])]),
  );
  return Object.freeze(merged);
}

const NO_LIMIT: readonly EffectiveWindow[] = Object.freeze([]);

function effectiveWindow(window: Window, limit: number, origins: readonly Origin[]): EffectiveWindow {
  return Object.freeze({ window, limit, origins: Object.freeze(origins) });
}
