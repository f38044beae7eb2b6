import type { Path, Position } from '../../model';
import { isMap, type Json } from '../../model';
import type { Places } from '../documents/places';

/** A file that belongs to an API definition. */
export interface OpenApiFile {
  /** Path from the catalog's folder: what `$ref` of other files counts from. */
  readonly path: string;
  readonly root: Json;
  readonly places: Places;
}

/** A value of an API definition, with the file in which it is written. */
export interface Located {
  readonly value: Json;
  readonly file: OpenApiFile;
  readonly path: Path;
}

/** The root of a file. */
export function rootOf(file: OpenApiFile): Located {
  return { value: file.root, file, path: [] };
}

/** A member of a map or an item of a list; undefined where there is none. */
export function memberOf({ value, file, path }: Located, step: string | number): Located | undefined {
  const inner = Array.isArray(value)
    ? (value[Number(step)] as Json | undefined)
    : isMap(value) && Object.hasOwn(value, step)
      ? value[step]
      : undefined;
  return inner === undefined ? undefined : { value: inner, file, path: [...path, step] };
}

/** All members of a map; none where the value is not a map. */
export function membersOf(located: Located): readonly (readonly [key: string, member: Located])[] {
  const { value, file, path } = located;
  if (!isMap(value)) return [];
  return Object.entries(value).map(([key, inner]) => [key, { value: inner, file, path: [...path, key] }]);
}

/** All items of a list; none where the value is not a list. */
export function itemsOf({ value, file, path }: Located): readonly Located[] {
  return Array.isArray(value)
    ? value.map((inner: Json, index) => ({ value: inner, file, path: [...path, index] }))
    : [];
}

/** Where a value is written, or the key that leads to it. */
export function positionOf({ file, path }: Located, part: 'value' | 'key' = 'value'): Position {
  return file.places.at(path, part);
}
