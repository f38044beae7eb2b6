import type { Json } from '../base/json';
import type { Kind } from '../kinds/document-of';
import { kindSchema, memberSchema } from '../schemas';
import { validatorErrors } from './validator';

/** Whether a value is valid for a top-level field of a kind, for hints, which must not suggest an invalid value. */
export function fieldTakes(kind: Kind, field: string, value: Json): boolean {
  const schema = memberSchema(kindSchema(kind), field);
  return schema !== undefined && validatorErrors(schema, value, 1).length === 0;
}
