import type { Kind } from '../../model';
import { isMap, type Json, type JsonObject } from '../../model';

/** The applications inside a partner's document, with their indices; none for other kinds. */
export function applicationsInside(
  kind: Kind,
  value: JsonObject,
): readonly (readonly [application: JsonObject, index: number])[] {
  if (kind !== 'Partner' || !Array.isArray(value.applications)) return [];
  return value.applications.flatMap((application: Json, index) =>
    isMap(application) ? [[application, index] as const] : [],
  );
}
