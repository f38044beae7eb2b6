import type { Path, Position } from '../../model';
import { isMap, type Json } from '../../model';
import type { Positions } from '../documents/positions';

/** A file that belongs to an API definition. */
export interface OpenApiFile {
  /** Path from the catalog's folder. A `$ref` in the file is relative to it. */
  readonly path: string;
  readonly root: Json;
  readonly positions: Positions;
}

/** A value of an API definition, with its file and path. */
export interface Located {
  readonly value: Json;
  readonly file: OpenApiFile;
  readonly path: Path;
}

/** The root of a file. */
export function rootOf(file: OpenApiFile): Located {
  return { value: file.root, file, path: [] };
}

/** A member of a map or an item of a list; undefined if it does not exist. */
export function memberOf({ value, file, path }: Located, step: string | number): Located | undefined {
  const inner = Array.isArray(value)
    ? (value[Number(step)] as Json | undefined)
    : isMap(value) && Object.hasOwn(value, step)
      ? value[step]
      : undefined;
  return inner === undefined ? undefined : { value: inner, file, path: [...path, step] };
}

/** All members of a map; none if the value is not a map. */
export function membersOf(located: Located): readonly (readonly [key: string, member: Located])[] {
  const { value, file, path } = located;
  if (!isMap(value)) return [];
  return Object.entries(value).map(([key, inner]) => [key, { value: inner, file, path: [...path, key] }]);
}

/** All items of a list; none if the value is not a list. */
export function itemsOf({ value, file, path }: Located): readonly Located[] {
  return Array.isArray(value)
    ? value.map((inner: Json, index) => ({ value: inner, file, path: [...path, index] }))
    : [];
}

/** The position of a value, or of its key. */
export function positionOf({ file, path }: Located, part: 'value' | 'key' = 'value'): Position {
  return file.positions.at(path, part);
}
