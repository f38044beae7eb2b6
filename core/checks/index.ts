/** Checks: everything that is found in a catalog, and what is said about each. */
export type { Check, CheckDescription, LoadCheck } from './check';
export { compareWithOutput } from './compare-with-output';
export type { Example, ExampleParts } from './example';
export { findings } from './findings';
export { ALL_CHECKS, checkOf } from './list';
export { withSeverity } from './with-severity';
