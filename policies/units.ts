import { durationMs } from '../model';

/** Kong's own upper border of times in milliseconds. */
const LONGEST_MS = 2_147_483_646;
const YEAR_S = 365 * 86_400;

/** A duration in whole seconds, rounded up; at most a year, which is the longest that any setting takes. */
export function secondsOf(duration: string, least = 0): number {
  return Math.min(Math.max(Math.ceil(durationMs(duration) / 1000), least), YEAR_S);
}

/** A time limit in milliseconds; at least 1, since Kong reads 0 as 'no limit' in places. */
export function timeoutMs(duration: string): number {
  return Math.min(Math.max(durationMs(duration), 1), LONGEST_MS);
}
