import { isMap, type Json, type JsonObject } from '../json';
import type { Kind } from '../kinds';

/** The applications inside a partner's document, with their places in the list; none for other kinds. */
export function applicationsInside(
  kind: Kind,
  value: JsonObject,
): readonly (readonly [application: JsonObject, index: number])[] {
  if (kind !== 'Partner' || !Array.isArray(value.applications)) return [];
  return value.applications.flatMap((application: Json, index) =>
    isMap(application) ? [[application, index] as const] : [],
  );
}
