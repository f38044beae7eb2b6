import type { Origin } from '../model';

/** A value with all its origins, the decisive one first. */
export interface Sourced<T> {
  readonly value: T;
  readonly origins: readonly Origin[];
}

/** Freezes a value together with its origins. */
export function sourced<T>(value: T, origins: readonly Origin[]): Sourced<T> {
  return Object.freeze({ value, origins: Object.freeze(origins) });
}
