export { addToDay, DAY_FORM, holdsOn, isDay, requireAsOf, type Span, spansOverlap } from './calendar';
export { type Duration, durationMs, parseDuration } from './duration';
export { sizeBytes } from './size';
export { type DurationUnit, UNIT_MS } from './unit';
export { compareVersions, nextVersion } from './version';
