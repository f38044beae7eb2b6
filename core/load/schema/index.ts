/** Validates documents against the schemas of their kinds, and describes what is wrong with them. */
export type { SchemaError } from './schema-error';
export { schemaErrors } from './schema-errors';
export { describeUnsupportedValue } from './unsupported-value';
