import type { JsonObject } from './json';
import type { Position } from './position';

/** A document made in TypeScript. */
export interface TypeScriptDocument {
  readonly document: JsonObject;
  /** The call that made it. */
  readonly at: Position;
}
