import type { Origin } from '../model';

/** A value with every place that had a say in it, the one that decided first. */
export interface Sourced<T> {
  readonly value: T;
  readonly origins: readonly Origin[];
}

/** A value with the places that decided on it, frozen. */
export function sourced<T>(value: T, origins: readonly Origin[]): Sourced<T> {
  return Object.freeze({ value, origins: Object.freeze(origins) });
}
