import { type JsonSchema, withExamples } from './json-schema';
import { KIND_DEFINITIONS } from './kinds';
import type { Kind } from './kinds/document-of';
import common from './schemas/common.schema.json';
import dpv from './schemas/dpv.schema.json';
import grantTypes from './schemas/grant-types.schema.json';
import price from './schemas/price.schema.json';
import tmf931 from './schemas/tmf931.schema.json';
import { secretsIn } from './secrets';

/** The schema of each kind. */
export const KIND_SCHEMAS: Readonly<Record<Kind, JsonSchema>> = Object.fromEntries(
  KIND_DEFINITIONS.map(({ kind, schema }) => [kind, schema]),
) as Record<Kind, JsonSchema>;

/** Schemas with definitions that the schemas of kinds share. */
export const SHARED_SCHEMAS: readonly JsonSchema[] = [common, dpv, grantTypes, price, tmf931].map(withExamples);

const FORMS = {
  name: { ...common.$defs.name, regExp: new RegExp(common.$defs.name.pattern, 'u') },
  language: { ...common.$defs.language, regExp: new RegExp(common.$defs.language.pattern, 'u') },
  scope: { ...common.$defs.scope, regExp: new RegExp(common.$defs.scope.pattern, 'u') },
} as const;

/** Whether a value has the form of a name, a language tag or a scope, and does not look like a secret, so that messages can show it. */
export function isWord(form: keyof typeof FORMS, value: unknown): value is string {
  const { maxLength, regExp } = FORMS[form];
  return typeof value === 'string' && value.length <= maxLength && regExp.test(value) && secretsIn(value).length === 0;
}

/** Whether a text is an OAuth 2.0 scope that is valid in a catalog and in plugin settings. */
export function isScope(text: string): boolean {
  const { maxLength, regExp } = FORMS.scope;
  return text.length <= maxLength && regExp.test(text);
}

const BASE = 'https://gatewright.dev/schemas/';

const byId: ReadonlyMap<string, JsonSchema> = new Map(
  [...Object.values(KIND_SCHEMAS), ...SHARED_SCHEMAS].map((schema) => [schema.$id ?? '', schema]),
);

/** A schema together with its location, because references in it are relative to its file. */
export interface PlacedSchema {
  readonly schema: JsonSchema;
  /** `$id` of the file. */
  readonly id: string;
  /** JSON pointer into the file; if the schema is a reference, the pointer of its definition. */
  readonly pointer: string;
}

/** The schema of a kind with its location. */
export function kindSchema(kind: Kind): PlacedSchema {
  const schema = KIND_SCHEMAS[kind];
  return { schema, id: schema.$id ?? '', pointer: '' };
}

const resolvedSchemas = new WeakMap<JsonSchema, PlacedSchema>();

/**
 * Resolves `$ref`. Keywords next to the reference (description, examples, default) override those of the definition.
 */
export function resolved(place: PlacedSchema): PlacedSchema {
  if (place.schema.$ref === undefined) return place;
  const known = resolvedSchemas.get(place.schema);
  if (known) return known;
  const { $ref = '', ...overrides } = place.schema;
  const inner = resolved(referenced($ref, place.id));
  const found = { ...inner, schema: { ...inner.schema, ...overrides } };
  resolvedSchemas.set(place.schema, found);
  return found;
}

/**
 * The definition that a `$ref` refers to, which may itself be a reference.
 *
 * @param from `$id` of the file that contains the reference
 */
export function referenced($ref: string, from: string): PlacedSchema {
  const [file = '', definition = ''] = $ref.split('#/$defs/');
  const id = file === '' ? from : BASE + file;
  const schema = byId.get(id)?.$defs?.[definition];
  if (!schema) throw new Error(`schema ${from} refers to ${$ref}, which does not exist`);
  return { schema, id, pointer: `/$defs/${definition}` };
}

/** The schema of a map's field or a list's item; undefined if the schema does not allow it. */
export function memberSchema(parent: PlacedSchema, step: string | number): PlacedSchema | undefined {
  const { schema, id, pointer } = resolved(parent);
  const member = (found: JsonSchema | undefined, keywords: string) =>
    found && { schema: found, id, pointer: `${pointer}/${keywords}` };
  if (typeof step === 'number') return member(schema.items, 'items');
  const { properties, additionalProperties } = schema;
  if (properties && Object.hasOwn(properties, step)) return member(properties[step], `properties/${step}`);
  return typeof additionalProperties === 'object' ? member(additionalProperties, 'additionalProperties') : undefined;
}

/** The alternatives of a schema with `oneOf`, or else the schema itself. */
export function branchesOf(parent: PlacedSchema): readonly PlacedSchema[] {
  const place = resolved(parent);
  const { schema, id, pointer } = place;
  return (
    schema.oneOf?.map((branch, index) => ({ schema: branch, id, pointer: `${pointer}/oneOf/${index}` })) ?? [place]
  );
}
