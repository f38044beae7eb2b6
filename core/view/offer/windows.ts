import type { ApiEntry, Catalog, Entry, Origin, Path, Tier } from '../../model';
import { originOf, policyOf, tierWindows, type Window, windowPath, windowsOf } from '../../model';

/** How many calls a window allows. */
export interface EffectiveWindow {
  readonly window: Window;
  readonly limit: number;
  /** The place that decides, then those that it takes the place of. */
  readonly origins: readonly Origin[];
}

/** What a tier allows on an API, or on an operation of it: override of the operation over that of the API over the tier. */
export function effectiveTierWindows(tier: Entry<Tier>, api: string, operation?: string): readonly EffectiveWindow[] {
  // From the weakest layer to the one that holds: what a window was before it was replaced.
  const held = tierWindows(tier.value, api, operation);
  const layers = [tierWindows(tier.value), tierWindows(tier.value, api), held];
  const windows = held.map(({ window, limit }) => {
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
  return Object.freeze(windows);
}

/** The limit that an API has for all callers together, in addition to every tier's. */
export function effectiveApiWindows(catalog: Catalog, api: ApiEntry): readonly EffectiveWindow[] {
  const policy = policyOf(catalog, api.value, 'rateLimit');
  if (!policy) return NO_LIMIT;
  const windows = windowsOf(policy.value).map((said) =>
    effectiveWindow(said.window, said.limit, [
      originOf(policy, windowPath(said)),
      originOf(api, ['policies', 'rateLimit']),
    ]),
  );
  return Object.freeze(windows);
}

const NO_LIMIT: readonly EffectiveWindow[] = Object.freeze([]);

function effectiveWindow(window: Window, limit: number, origins: readonly Origin[]): EffectiveWindow {
  return Object.freeze({ window, limit, origins: Object.freeze(origins) });
}
