import { itemsOf, type Located, memberOf, membersOf } from '../../core/load/openapi/located';
import { follow, type OpenApiFiles } from '../../core/load/openapi/reference';
import { isMap, type Json, type JsonObject } from '../../core/model';

/** A map in an OpenAPI file. */
export type LocatedMap = Located & { readonly value: JsonObject };

/** Resolves a value that is a map or a reference to one; undefined for anything else. */
export function dereference(files: OpenApiFiles, value: Located | undefined): LocatedMap | undefined {
  const found = value && follow(files, value);
  return found && 'target' in found && isLocatedMap(found.target) ? found.target : undefined;
}

function isLocatedMap(located: Located): located is LocatedMap {
  return isMap(located.value);
}

/** Maximum depth of a value that is generated from a schema. */
const MAX_DEPTH = 12;

/** The example of a media type: the first one in the file, or else one generated from the schema. */
export function exampleOf(files: OpenApiFiles, media: LocatedMap): Json {
  if (media.value.example !== undefined) return media.value.example;
  const examples = memberOf(media, 'examples');
  const [first] = examples ? membersOf(examples) : [];
  return dereference(files, first?.[1])?.value.value ?? fromSchema(files, memberOf(media, 'schema'), 0);
}

function fromSchema(files: OpenApiFiles, value: Located | undefined, depth: number): Json {
  const schema = dereference(files, value);
  if (!schema || depth > MAX_DEPTH) return null;
  const explicit = schema.value.example ?? schema.value.const ?? schema.value.default;
  if (explicit !== undefined) return explicit;
  for (const list of [schema.value.examples, schema.value.enum])
    if (Array.isArray(list) && list.length > 0) return list[0] ?? null;
  const nested = (member: Located | undefined) => fromSchema(files, member, depth + 1);
  const [all, one, any] = ['allOf', 'oneOf', 'anyOf'].map((key) => listItems(schema, key));
  if (all) return Object.assign({}, ...all.map(nested).filter(isMap));
  const alternatives = one ?? any;
  if (alternatives) return nested(alternatives[0]);
  const properties = memberOf(schema, 'properties');
  if (properties && isLocatedMap(properties))
    return Object.fromEntries(membersOf(properties).map(([name, property]) => [name, nested(property)]));
  return schema.value.type === 'array' ? [nested(memberOf(schema, 'items'))] : defaultForType(schema.value);
}

/** The items of a list in a schema; undefined if the member is not a list. */
function listItems(schema: Located, key: string): readonly Located[] | undefined {
  const list = memberOf(schema, key);
  return list && Array.isArray(list.value) ? itemsOf(list) : undefined;
}

function defaultForType(schema: JsonObject): Json {
  switch (schema.type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'string':
      return schema.format === 'date-time' ? '2026-01-01T00:00:00Z' : 'text';
    default:
      return {};
  }
}
