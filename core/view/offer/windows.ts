import type { ApiEntry, Catalog, Entry, Origin, Path, Tier } from '../../model';
import { originOf, policyOf, tierWindows, type Window, windowPath, windowsOf } from '../../model';

/** The number of calls that a window allows. */
export interface EffectiveWindow {
  readonly window: Window;
  readonly limit: number;
  /** The origin of the limit, followed by the origins of the limits that it overrides. */
  readonly origins: readonly Origin[];
}

/** A tier's windows for an API or one of its operations. An override for the operation beats one for the API, which beats the tier. */
export function effectiveTierWindows(tier: Entry<Tier>, api: string, operation?: string): readonly EffectiveWindow[] {
  // Lowest precedence first, so that overridden origins follow the one that applies.
  const effective = tierWindows(tier.value, api, operation);
  const layers = [tierWindows(tier.value), tierWindows(tier.value, api), effective];
  const windows = effective.map(({ window, limit }) => {
    const paths: Path[] = [];
    for (const layer of layers) {
      const match = layer.find((one) => one.window === window);
      const path = match && windowPath(match);
      if (path && !paths.some((other) => other.join('/') === path.join('/'))) paths.unshift(path);
    }
    return effectiveWindow(
      window,
      limit,
      paths.map((path) => originOf(tier, path)),
    );
  });
  return Object.freeze(windows);
}

/** The API's own limit, which all callers share and which applies in addition to the tiers' limits. */
export function effectiveApiWindows(catalog: Catalog, api: ApiEntry): readonly EffectiveWindow[] {
  const policy = policyOf(catalog, api.value, 'rateLimit');
  if (!policy) return NO_LIMIT;
  const windows = windowsOf(policy.value).map((entry) =>
    effectiveWindow(entry.window, entry.limit, [
      originOf(policy, windowPath(entry)),
      originOf(api, ['policies', 'rateLimit']),
    ]),
  );
  return Object.freeze(windows);
}

const NO_LIMIT: readonly EffectiveWindow[] = Object.freeze([]);

function effectiveWindow(window: Window, limit: number, origins: readonly Origin[]): EffectiveWindow {
  return Object.freeze({ window, limit, origins: Object.freeze(origins) });
}
