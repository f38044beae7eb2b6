import type { Json } from '../base/json';
import type { Kind } from '../kinds/document-of';
import { kindSchema, memberSchema } from '../schemas';
import { validatorErrors } from './validator';

/** Whether a field at the top of a kind's documents takes a value: for hints, which name nothing that would be refused. */
export function fieldTakes(kind: Kind, field: string, value: Json): boolean {
  const schema = memberSchema(kindSchema(kind), field);
  return schema !== undefined && validatorErrors(schema, value, 1).length === 0;
}
