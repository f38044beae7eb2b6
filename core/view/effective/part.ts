import type { Position } from '../../model';

/** A value with every place that had a say in it, the one that decided first. */
export interface Part<T> {
  readonly value: T;
  readonly origins: readonly Position[];
}
