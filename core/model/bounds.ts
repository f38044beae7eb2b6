/** Limits for one document, from a file or a program. Each is far above the needs of real documents (see core/load/yaml/bounds.ts). */

/** Levels of nesting. Documents use 8, JSON schemas in OpenAPI files up to 40; some thousands would overflow the stack. */
export const MAX_DEPTH = 100;

/** Values in a file after all aliases are expanded; protects against "billion laughs" attacks. */
export const MAX_VALUES = 500_000;
