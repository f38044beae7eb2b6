import type { Kind } from './kinds';
import api from './schemas/api.schema.json';
import application from './schemas/application.schema.json';
import auditPolicy from './schemas/audit-policy.schema.json';
import common from './schemas/common.schema.json';
import consentPolicy from './schemas/consent-policy.schema.json';
import dpv from './schemas/dpv.schema.json';
import environment from './schemas/environment.schema.json';
import errorPolicy from './schemas/error-policy.schema.json';
import grantTypes from './schemas/grant-types.schema.json';
import maskingPolicy from './schemas/masking-policy.schema.json';
import metricsPolicy from './schemas/metrics-policy.schema.json';
import mtlsPolicy from './schemas/mtls-policy.schema.json';
import partner from './schemas/partner.schema.json';
import rateLimitPolicy from './schemas/rate-limit-policy.schema.json';
import team from './schemas/team.schema.json';
import tier from './schemas/tier.schema.json';
import tmf931 from './schemas/tmf931.schema.json';
import tokenPolicy from './schemas/token-policy.schema.json';
import { secretsIn } from './secrets';

/** A JSON Schema, as far as the schemas of the kinds use it. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly writeOnly?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/**
 * Schemas whose examples name other documents. In the files their only example is called `example`: editors offer `examples` as
 * completions, and no catalog has just these names.
 */
const namingOthers = new WeakSet<object>();

/** Whether the examples of a schema name things that a catalog may not have. */
export function hasNamesInExamples(schema: object): boolean {
  return namingOthers.has(schema);
}

/** A schema as its file has it, with every `example` among the `examples`. */
function withExamples(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    if (typeof value !== 'object' || value === null || !('example' in value)) return value;
    const { example, ...rest } = value;
    const converted = { ...rest, examples: [example] };
    namingOthers.add(converted);
    return converted;
  });
}

/** The schema of each kind. */
export const KIND_SCHEMAS: Readonly<Record<Kind, JsonSchema>> = {
  Api: withExamples(api),
  Tier: withExamples(tier),
  Partner: withExamples(partner),
  Application: withExamples(application),
  Environment: withExamples(environment),
  Team: withExamples(team),
  TokenPolicy: withExamples(tokenPolicy),
  RateLimitPolicy: withExamples(rateLimitPolicy),
  MtlsPolicy: withExamples(mtlsPolicy),
  ConsentPolicy: withExamples(consentPolicy),
  MaskingPolicy: withExamples(maskingPolicy),
  AuditPolicy: withExamples(auditPolicy),
  MetricsPolicy: withExamples(metricsPolicy),
  ErrorPolicy: withExamples(errorPolicy),
};

/** Schemas that hold only definitions for the others. */
export const SHARED_SCHEMAS: readonly JsonSchema[] = [common, dpv, grantTypes, tmf931].map(withExamples);

const FORMS = {
  name: { ...common.$defs.name, regExp: new RegExp(common.$defs.name.pattern, 'u') },
  scope: { ...common.$defs.scope, regExp: new RegExp(common.$defs.scope.pattern, 'u') },
} as const;

/** Whether a value is a name, or a scope, that can be told as it stands: it has the form of one, and not that of a secret. */
export function isWord(form: keyof typeof FORMS, value: unknown): value is string {
  const { maxLength, regExp } = FORMS[form];
  return typeof value === 'string' && value.length <= maxLength && regExp.test(value) && secretsIn(value).length === 0;
}

/** Whether a text is an OAuth 2.0 scope that a catalog and a plugin's config can hold. */
export function isScope(text: string): boolean {
  const { maxLength, regExp } = FORMS.scope;
  return text.length <= maxLength && regExp.test(text);
}

const BASE = 'https://gatewright.dev/schemas/';

const byId: ReadonlyMap<string, JsonSchema> = new Map(
  [...Object.values(KIND_SCHEMAS), ...SHARED_SCHEMAS].map((schema) => [schema.$id ?? '', schema]),
);

/** A schema together with where it stands: references in it are relative to its file. */
export interface PlacedSchema {
  readonly schema: JsonSchema;
  /** `$id` of the file. */
  readonly id: string;
  /** JSON pointer into the file; of the definition, where the schema is a reference. */
  readonly pointer: string;
}

/** The schema of a kind, as a place to walk from. */
export function kindSchema(kind: Kind): PlacedSchema {
  const schema = KIND_SCHEMAS[kind];
  return { schema, id: schema.$id ?? '', pointer: '' };
}

const followed = new WeakMap<JsonSchema, PlacedSchema>();

/**
 * Follows `$ref`; what stands beside the reference (description, examples, default) is closer to the reader and wins.
 */
export function resolved(place: PlacedSchema): PlacedSchema {
  if (place.schema.$ref === undefined) return place;
  const known = followed.get(place.schema);
  if (known) return known;
  const { $ref = '', ...beside } = place.schema;
  const [file = '', definition = ''] = $ref.split('#/$defs/');
  const id = file === '' ? place.id : BASE + file;
  const target = byId.get(id)?.$defs?.[definition];
  if (!target) throw new Error(`schema ${place.id} refers to ${$ref}, which is not there`);
  const inner = resolved({ schema: target, id, pointer: `/$defs/${definition}` });
  const found = { ...inner, schema: { ...inner.schema, ...beside } };
  followed.set(place.schema, found);
  return found;
}

/** The schema of a member: a key of a map or an item of a list. Undefined where the schema allows none. */
export function memberSchema(parent: PlacedSchema, step: string | number): PlacedSchema | undefined {
  const { schema, id, pointer } = resolved(parent);
  const member = (found: JsonSchema | undefined, words: string) =>
    found && { schema: found, id, pointer: `${pointer}/${words}` };
  if (typeof step === 'number') return member(schema.items, 'items');
  const { properties, additionalProperties } = schema;
  if (properties && Object.hasOwn(properties, step)) return member(properties[step], `properties/${step}`);
  return typeof additionalProperties === 'object' ? member(additionalProperties, 'additionalProperties') : undefined;
}

/** The alternatives of a schema with `oneOf`; the schema alone where it has none. */
export function branchesOf(parent: PlacedSchema): readonly PlacedSchema[] {
  const place = resolved(parent);
  const { schema, id, pointer } = place;
  return (
    schema.oneOf?.map((branch, index) => ({ schema: branch, id, pointer: `${pointer}/oneOf/${index}` })) ?? [place]
  );
}
