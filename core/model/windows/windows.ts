import type { Limits, Quota } from '../kinds';

/** The windows over which calls are counted, shortest first. Days and months follow the calendar in UTC. */
export const WINDOWS = ['second', 'minute', 'hour', 'day', 'month'] as const;

export type Window = (typeof WINDOWS)[number];

/** The part of a document that a window stands in: short windows are limits, long ones quotas. */
export type WindowPart = 'limits' | 'quota';

/** How many calls a window allows, and which layer says so. */
export interface WindowLimit<Source> {
  readonly window: Window;
  /** Calls in one window; at least 1. */
  readonly limit: number;
  readonly part: WindowPart;
  readonly origin: Source;
}

/** Limits that stand together in one place of a document. */
export interface WindowLayer<Source> {
  readonly limits?: Limits | undefined;
  readonly quota?: Quota | undefined;
  readonly origin: Source;
}

/** A longer window that allows fewer calls than a shorter one: the shorter could never be used up. */
export interface WindowConflict<Source> {
  readonly shorter: WindowLimit<Source>;
  readonly longer: WindowLimit<Source>;
}

/** Whether calls in a window are sold (days and months) rather than held back. */
export function windowPart(window: Window): WindowPart {
  return window === 'day' || window === 'month' ? 'quota' : 'limits';
}

/**
 * Merges layers, weakest first, window by window: a later layer replaces a window of an earlier one, and a window that it does
 * not name stays. The result is ordered, shortest window first.
 */
export function mergeWindows<Source>(layers: readonly WindowLayer<Source>[]): readonly WindowLimit<Source>[] {
  const merged: WindowLimit<Source>[] = [];
  for (const window of WINDOWS) {
    const part = windowPart(window);
    const layer = layers.findLast((candidate) => limitOf(candidate, window) !== undefined);
    const limit = layer && limitOf(layer, window);
    if (layer && limit !== undefined) merged.push({ window, limit, part, origin: layer.origin });
  }
  return merged;
}

/** Every longer window with a lower limit than one that is shorter; `windows` are ordered as `mergeWindows` does. */
export function windowConflicts<Source>(windows: readonly WindowLimit<Source>[]): readonly WindowConflict<Source>[] {
  const conflicts: WindowConflict<Source>[] = [];
  let highest: WindowLimit<Source> | undefined;
  for (const current of windows) {
    if (highest && current.limit < highest.limit) conflicts.push({ shorter: highest, longer: current });
    else highest = current;
  }
  return conflicts;
}

function limitOf(layer: WindowLayer<unknown>, window: Window): number | undefined {
  if (window === 'day' || window === 'month') return layer.quota?.[window];
  return layer.limits?.[window];
}
