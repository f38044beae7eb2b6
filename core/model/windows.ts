import type { Path } from './base/position';
import type { Limits, Quota, Tier } from './kinds';

/** The windows over which calls are counted, shortest first. Days and months follow the calendar in UTC. */
export const WINDOWS = ['second', 'minute', 'hour', 'day', 'month'] as const;

export type Window = (typeof WINDOWS)[number];

/** The number of calls that a window allows, and the field that sets it. */
export interface WindowLimit {
  readonly window: Window;
  /** Calls in one window; at least 1. */
  readonly limit: number;
  /** The field that contains the window: `limits` for short windows, `quota` for long ones. */
  readonly part: 'limits' | 'quota';
  /** The path of the map that has the field: an override, or the document itself (an empty path). */
  readonly place: Path;
}

/** A longer window that allows fewer calls than a shorter one, so that the limit of the shorter one has no effect. */
export interface WindowConflict {
  readonly shorter: WindowLimit;
  readonly longer: WindowLimit;
}

/** The fields of a document or an override that limit calls. */
interface Limiting {
  readonly limits?: Limits | undefined;
  readonly quota?: Quota | undefined;
}

/** The field for a window: days and months are quotas, shorter windows are limits. */
export function windowField(window: Window): WindowLimit['part'] {
  return window === 'day' || window === 'month' ? 'quota' : 'limits';
}

/** The windows of a document without overrides, such as a RateLimitPolicy, shortest first. */
export function windowsOf({ limits, quota }: Limiting): readonly WindowLimit[] {
  return merge([{ limits, quota, place: [] }]);
}

/**
 * The windows of a tier that a gateway enforces for an API or one of its operations, shortest first. For each window, an override for
 * the operation takes precedence over one for the API, which takes precedence over the tier. With `overage: bill`, no quota is
 * enforced: see {@link billedQuota}.
 */
export function tierWindows(tier: Tier, api?: string, operation?: string): readonly WindowLimit[] {
  const windows = agreedWindows(tier, api, operation);
  return billsOverage(tier) ? windows.filter(({ part }) => part !== 'quota') : windows;
}

/**
 * The quota of a tier for an API beyond which calls are billed and not refused; empty unless the tier has `overage: bill`. It is
 * one window; a check reports a tier with two.
 */
export function billedQuota(tier: Tier, api?: string): readonly WindowLimit[] {
  return billsOverage(tier) ? agreedWindows(tier, api).filter(({ part }) => part === 'quota') : [];
}

/** Whether calls beyond the quota of a tier are billed, so that a gateway does not enforce the quota. */
export function billsOverage({ price }: Pick<Tier, 'price'>): boolean {
  return price?.overage === 'bill';
}

/** The windows that the terms of a tier have, whether or not a gateway enforces them. */
function agreedWindows(tier: Tier, api?: string, operation?: string): readonly WindowLimit[] {
  const forApi: Layer[] = [];
  const forOperation: Layer[] = [];
  for (const [index, override] of (api === undefined ? [] : (tier.overrides ?? [])).entries()) {
    if (override.api !== api) continue;
    const place = ['overrides', index];
    if (override.operation === undefined) forApi.push({ limits: override.limits, quota: override.quota, place });
    // Quotas apply per API; a check reports quotas of operations.
    else if (override.operation === operation) forOperation.push({ limits: override.limits, place });
  }
  return merge([{ limits: tier.limits, quota: tier.quota, place: [] }, ...forApi, ...forOperation]);
}

/** The path of a window in its document. */
export function windowPath({ place, part, window }: WindowLimit): Path {
  return [...place, part, window];
}

/**
 * Every longer window with a lower limit than a shorter one.
 *
 * @param windows shortest first
 */
export function windowConflicts(windows: readonly WindowLimit[]): readonly WindowConflict[] {
  const conflicts: WindowConflict[] = [];
  let highest: WindowLimit | undefined;
  for (const current of windows) {
    if (highest && current.limit < highest.limit) conflicts.push({ shorter: highest, longer: current });
    else highest = current;
  }
  return conflicts;
}

interface Layer extends Limiting {
  readonly place: Path;
}

/** Merges layers, the one with the lowest precedence first: a later layer replaces only the windows that it sets. */
function merge(layers: readonly Layer[]): readonly WindowLimit[] {
  return WINDOWS.flatMap((window) => {
    const limits = layers.flatMap((layer) => {
      const limit = limitOf(layer, window);
      return limit === undefined ? [] : [{ window, limit, part: windowField(window), place: layer.place }];
    });
    return limits.slice(-1);
  });
}

function limitOf({ limits, quota }: Limiting, window: Window): number | undefined {
  return window === 'day' || window === 'month' ? quota?.[window] : limits?.[window];
}
