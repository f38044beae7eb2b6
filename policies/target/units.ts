import { durationMs } from '../../core/model';
import { accepts, type DurationLimits, TIMEOUT } from './duration-limits';

/**
 * A length of time in whole seconds.
 * @throws Error that names the range when the setting does not take it: nothing is rounded or cut to fit
 */
export function secondsOf(duration: string, limits: DurationLimits): number {
  return within(duration, limits) / 1000;
}

/**
 * A time limit in milliseconds.
 * @throws Error that names the range when Kong does not take it; it reads 0 as 'no limit' in places
 */
export function timeoutMs(duration: string): number {
  return within(duration, TIMEOUT);
}

function within(duration: string, limits: DurationLimits): number {
  const milliseconds = durationMs(duration);
  if (accepts(limits, milliseconds)) return milliseconds;
  throw new Error(`'${duration}' is no time that the gateway takes here; it takes ${limits.range}`);
}
