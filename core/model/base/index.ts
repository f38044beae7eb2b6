/** What everything else in the model is said in: JSON, places in files, findings. Knows nothing of kinds. */
export { deepFreeze } from './deep-freeze';
export { type Finding, hasErrors, type Severity, sortFindings } from './finding';
export { FrozenMap } from './frozen-map';
export { getOwn } from './get-own';
export { isMap, type Json, type JsonList, type JsonObject } from './json';
export { comparePositions, type Path, type Position, pointer } from './position';
export type { OnProgress } from './progress';
