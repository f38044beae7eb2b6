export {
  addToDay,
  DATE_FORMAT,
  isDate,
  isInPeriod,
  isLater,
  type Period,
  periodsOverlap,
  requireValidAsOf,
} from './calendar';
export { type Duration, durationMs, parseDuration } from './duration';
export { comparePercents, percentMillionths } from './percent';
export { sizeBytes } from './size';
export { type DurationUnit, UNIT_MS } from './unit';
export { compareVersions, nextVersion } from './version';
