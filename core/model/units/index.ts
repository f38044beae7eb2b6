export { addToDay, DAY_FORM, holdsOn, isDay, type Span, spansOverlap } from './calendar';
export { type Duration, type DurationUnit, durationMs, parseDuration } from './duration';
export { percentValue } from './percent';
export { sizeBytes } from './size';
export { compareVersions, nextVersion } from './version';
