import type { Places } from '../documents/places';
import type { JsonObject } from '../json';
import type { Path } from '../position';

/** A document of an OpenAPI file under examination. */
export interface OpenApiDocument {
  readonly root: JsonObject;
  readonly places: Places;
  /** Notes something wrong with the value at a path, or with the key that leads to it. */
  report(message: string, path: Path, hint?: string, part?: 'value' | 'key'): void;
}
