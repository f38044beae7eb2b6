/** Bounds of one document, from a file or from a program; each is far above what an honest one needs (core/load/yaml/bounds.ts). */

/** Levels of nesting. Documents use 8, JSON schemas in OpenAPI files up to 40; beyond some thousands recursion ends in a crash. */
export const MAX_DEPTH = 100;

/** Values of a file with every alias expanded: bounds the "billion laughs" kind of file. */
export const MAX_VALUES = 500_000;
