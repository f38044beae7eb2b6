import type { ApiEntry, Catalog, Entry, Origin, Path, Tier } from '../../model';
import {
  billedQuota,
  originOf,
  policyOf,
  tierWindows,
  type Window,
  type WindowLimit,
  windowPath,
  windowsOf,
} from '../../model';

/** The number of calls that a window allows. */
export interface EffectiveWindow {
  readonly window: Window;
  readonly limit: number;
  /** The origin of the limit, followed by the origins of the limits that it overrides. */
  readonly origins: readonly Origin[];
}

/**
 * A tier's windows that the gateway enforces for an API or one of its operations. An override for the operation beats one for the API,
 * which beats the tier.
 */
export function effectiveTierWindows(tier: Entry<Tier>, api: string, operation?: string): readonly EffectiveWindow[] {
  // Lowest precedence first.
  return layered(tier, [
    tierWindows(tier.value),
    tierWindows(tier.value, api),
    tierWindows(tier.value, api, operation),
  ]);
}

/** The quota of a tier for an API beyond which calls are billed and not refused; empty unless the tier has `overage: bill`. */
export function effectiveBilledQuota(tier: Entry<Tier>, api: string): readonly EffectiveWindow[] {
  return layered(tier, [billedQuota(tier.value), billedQuota(tier.value, api)]);
}

/** The windows of the last layer; origins in earlier layers, which they override, follow the origin that applies. */
function layered(tier: Entry<Tier>, layers: readonly (readonly WindowLimit[])[]): readonly EffectiveWindow[] {
  const windows = (layers.at(-1) ?? []).map(({ window, limit }) => {
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
