import type { Documents } from '../types';

/** The value of `kind` in a document. Each kind has a schema, and a file in `kinds/` with its definition. */
export type Kind = keyof Documents;

/** A deeply read-only type. */
export type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** The type of a document of each kind. */
export type DocumentOf = { readonly [K in Kind]: Frozen<Documents[K]> };
