/** The basic types of the model: JSON, positions, findings. They are independent of the kinds. */

export {
  CATALOG_CODES,
  type CatalogCode,
  type CheckCode,
  DOCUMENT_CODES,
  type DocumentCode,
  GATEWAY_CODES,
  type GatewayCode,
  GUARDRAIL_CODES,
  type GuardrailCode,
} from './check-code';
export { deepFreeze } from './deep-freeze';
export { type Detection, type Finding, hasErrors, type Severity, sortFindings } from './finding';
export { FrozenMap } from './frozen-map';
export { getOwn } from './get-own';
export { isMap, type Json, type JsonList, type JsonObject } from './json';
export { comparePositions, type Path, type Position, pointer } from './position';
export type { OnProgress } from './progress';
