import type { Path } from '../base/position';
import type { Tier } from '../kinds';
import { mergeWindows, type WindowLayer, type WindowLimit } from './windows';

/**
 * What a tier allows on an API, or on one operation of it: override of the operation over override of the API over the tier,
 * window by window. The origin of a window is the path in the tier's document above its `limits` or `quota`.
 */
export function tierWindows(tier: Tier, api?: string, operation?: string): readonly WindowLimit<Path>[] {
  return mergeWindows(tierLayers(tier, api, operation));
}

/** The path in the tier's document at which a window of `tierWindows` stands. */
export function windowPath({ origin, part, window }: WindowLimit<Path>): Path {
  return [...origin, part, window];
}

function tierLayers(tier: Tier, api?: string, operation?: string): readonly WindowLayer<Path>[] {
  const forApi: WindowLayer<Path>[] = [];
  const forOperation: WindowLayer<Path>[] = [];
  for (const [index, override] of (api === undefined ? [] : (tier.overrides ?? [])).entries()) {
    if (override.api !== api) continue;
    const origin = ['overrides', index];
    if (override.operation === undefined) forApi.push({ limits: override.limits, quota: override.quota, origin });
    // Quotas are sold per API; what an operation says about them is a finding of the check.
    else if (override.operation === operation) forOperation.push({ limits: override.limits, origin });
  }
  return [{ limits: tier.limits, quota: tier.quota, origin: [] }, ...forApi, ...forOperation];
}
