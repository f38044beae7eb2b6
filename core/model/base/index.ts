/** What everything else in the model is said in: JSON, places in files, findings. Knows nothing of kinds. */
export { deepFreeze } from './deep-freeze';
export { type Diagnostic, hasErrors, type Severity, sortDiagnostics } from './diagnostic';
export { FrozenMap } from './frozen-map';
export { isMap, type Json, type JsonList, type JsonObject } from './json';
export { own } from './own';
export { comparePositions, type Path, type Position, pointer } from './position';
export type { OnProgress } from './progress';
