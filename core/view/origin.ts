import type { Path, Position } from '../model';

/** What knows where its values are written: an entry of a catalog. */
export interface Located {
  at(path?: Path, part?: 'value' | 'key'): Position;
}

/** A place that had a say in a value. Which line it is on is looked up when it is printed, by {@link positionOf}. */
export interface Origin {
  readonly document: Located;
  readonly path: Path;
  /** `key` where the key that leads to the value is meant, as in `Entry.at`. */
  readonly part: 'value' | 'key';
}

/** A value with every place that had a say in it, the one that decided first. */
export interface Sourced<T> {
  readonly value: T;
  readonly origins: readonly Origin[];
}

/** A place in a document; without a path its name. */
export function origin(document: Located, path: Path = ['name'], part: Origin['part'] = 'value'): Origin {
  return Object.freeze({ document, path, part });
}

/** A value with the places that decided on it. */
export function sourced<T>(value: T, origins: readonly Origin[]): Sourced<T> {
  return Object.freeze({ value, origins: Object.freeze(origins) });
}

/** The line and column of an origin. */
export function positionOf({ document, path, part }: Origin): Position {
  return document.at(path, part);
}
