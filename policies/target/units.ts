import { durationMs } from '../../core/model';
import { accepts, type DurationLimits, TIMEOUT } from './duration-limits';

/**
 * A duration in whole seconds, which is never rounded.
 * @throws Error that names the allowed range if the setting does not accept the duration
 */
export function secondsOf(duration: string, limits: DurationLimits): number {
  return requireWithin(duration, limits) / 1000;
}

/**
 * A timeout in milliseconds.
 * @throws Error that names the allowed range if Kong does not accept the timeout
 */
export function timeoutMs(duration: string): number {
  return requireWithin(duration, TIMEOUT);
}

function requireWithin(duration: string, limits: DurationLimits): number {
  const milliseconds = durationMs(duration);
  if (accepts(limits, milliseconds)) return milliseconds;
  throw new Error(`'${duration}' is out of range; the gateway accepts ${limits.range}`);
}
