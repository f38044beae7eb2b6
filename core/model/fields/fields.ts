import type { Kind } from '../kinds/document-of';
import { branchesOf, kindSchema, memberSchema, type PlacedSchema, resolved } from '../schemas';

/** A field that the schema of a kind allows. */
export interface Field {
  /** The steps to it; `*` is each item of a list and `{*}` each value of a map, as in references. */
  readonly pattern: readonly string[];
  readonly schema: PlacedSchema;
  /** The fields around it, the outermost first. */
  readonly parents: readonly PlacedSchema[];
}

/** Every field that the schema of a kind allows, parents first. The alternatives of a field are listed one after the other. */
export function fieldsOf(kind: Kind): readonly Field[] {
  const known = cache.get(kind) ?? [...fieldsBelow(kindSchema(kind), [], [])];
  cache.set(kind, known);
  return known;
}

const cache = new Map<Kind, readonly Field[]>();

function* fieldsBelow(
  parent: PlacedSchema,
  pattern: readonly string[],
  parents: readonly PlacedSchema[],
): Iterable<Field> {
  for (const branch of branchesOf(parent)) {
    for (const [step, schema] of membersOf(branch)) {
      const field = { pattern: [...pattern, step], schema, parents };
      yield field;
      yield* fieldsBelow(schema, field.pattern, [...parents, schema]);
    }
  }
}

function* membersOf(parent: PlacedSchema): Iterable<readonly [step: string, schema: PlacedSchema]> {
  const { schema } = resolved(parent);
  for (const key of Object.keys(schema.properties ?? {})) yield [key, memberSchema(parent, key) as PlacedSchema];
  if (typeof schema.additionalProperties === 'object') yield ['{*}', memberSchema(parent, '*') as PlacedSchema];
  if (schema.items) yield ['*', memberSchema(parent, 0) as PlacedSchema];
}
