import type { Path } from './base/position';
import type { Limits, Quota, Tier } from './kinds';

/** The windows over which calls are counted, shortest first. Days and months follow the calendar in UTC. */
export const WINDOWS = ['second', 'minute', 'hour', 'day', 'month'] as const;

export type Window = (typeof WINDOWS)[number];

/** How many calls a window allows, and where a document says so. */
export interface WindowLimit {
  readonly window: Window;
  /** Calls in one window; at least 1. */
  readonly limit: number;
  /** The field that it is in: short windows are limits, long ones quotas. */
  readonly part: 'limits' | 'quota';
  /** The path in the document above that field: that of an override, or an empty one. */
  readonly place: Path;
}

/** A longer window that allows fewer calls than a shorter one: the shorter could never be used up. */
export interface WindowConflict {
  readonly shorter: WindowLimit;
  readonly longer: WindowLimit;
}

/** Fields of one place in a document that limit calls. */
interface Limiting {
  readonly limits?: Limits | undefined;
  readonly quota?: Quota | undefined;
}

/** Whether calls in a window are sold (days and months) rather than held back. */
export function windowPart(window: Window): WindowLimit['part'] {
  return window === 'day' || window === 'month' ? 'quota' : 'limits';
}

/** The windows that a document without overrides limits, such as a RateLimitPolicy; shortest first. */
export function windowsOf({ limits, quota }: Limiting): readonly WindowLimit[] {
  return merge([{ limits, quota, place: [] }]);
}

/**
 * What a tier allows on an API, or on one operation of it: override of the operation over override of the API over the tier,
 * window by window; shortest first.
 */
export function tierWindows(tier: Tier, api?: string, operation?: string): readonly WindowLimit[] {
  const forApi: Layer[] = [];
  const forOperation: Layer[] = [];
  for (const [index, override] of (api === undefined ? [] : (tier.overrides ?? [])).entries()) {
    if (override.api !== api) continue;
    const place = ['overrides', index];
    if (override.operation === undefined) forApi.push({ limits: override.limits, quota: override.quota, place });
    // Quotas are sold per API; what an operation says about them is a finding of the check.
    else if (override.operation === operation) forOperation.push({ limits: override.limits, place });
  }
  return merge([{ limits: tier.limits, quota: tier.quota, place: [] }, ...forApi, ...forOperation]);
}

/** The path in its document at which a window is limited. */
export function windowPath({ place, part, window }: WindowLimit): Path {
  return [...place, part, window];
}

/** Every longer window with a lower limit than one that is shorter; `windows` have the shortest first. */
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

/** Layers, weakest first: a later one replaces a window of an earlier one, and a window that it does not name stays. */
function merge(layers: readonly Layer[]): readonly WindowLimit[] {
  return WINDOWS.flatMap((window) => {
    const said = layers.flatMap((layer) => {
      const limit = limitOf(layer, window);
      return limit === undefined ? [] : [{ window, limit, part: windowPart(window), place: layer.place }];
    });
    return said.slice(-1);
  });
}

function limitOf({ limits, quota }: Limiting, window: Window): number | undefined {
  return window === 'day' || window === 'month' ? quota?.[window] : limits?.[window];
}
