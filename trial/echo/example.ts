import { itemsOf, type Located, memberOf, membersOf } from '../../core/load/openapi/located';
import { follow, type OpenApiFiles } from '../../core/load/openapi/reference';
import { isMap, type Json, type JsonObject } from '../../core/model';

/** A map of an OpenAPI file. */
export type LocatedMap = Located & { readonly value: JsonObject };

/** The map that a value is or refers to; undefined where there is none. */
export function dereference(files: OpenApiFiles, value: Located | undefined): LocatedMap | undefined {
  const found = value && follow(files, value);
  return found && 'target' in found && isLocatedMap(found.target) ? found.target : undefined;
}

function isLocatedMap(located: Located): located is LocatedMap {
  return isMap(located.value);
}

/** How deep a value that is made from a schema may be. */
const DEEPEST = 12;

/** An example of what a media type describes: the first that is written, else one made from its schema. */
export function exampleOf(files: OpenApiFiles, media: LocatedMap): Json {
  if (media.value.example !== undefined) return media.value.example;
  const examples = memberOf(media, 'examples');
  const [first] = examples ? membersOf(examples) : [];
  return dereference(files, first?.[1])?.value.value ?? fromSchema(files, memberOf(media, 'schema'), 0);
}

function fromSchema(files: OpenApiFiles, value: Located | undefined, depth: number): Json {
  const schema = dereference(files, value);
  if (!schema || depth > DEEPEST) return null;
  const written = schema.value.example ?? schema.value.const ?? schema.value.default;
  if (written !== undefined) return written;
  for (const list of [schema.value.examples, schema.value.enum])
    if (Array.isArray(list) && list.length > 0) return list[0] ?? null;
  const inner = (member: Located | undefined) => fromSchema(files, member, depth + 1);
  const [all, one, any] = ['allOf', 'oneOf', 'anyOf'].map((key) => itemsIn(schema, key));
  if (all) return Object.assign({}, ...all.map(inner).filter(isMap));
  const either = one ?? any;
  if (either) return inner(either[0]);
  const properties = memberOf(schema, 'properties');
  if (properties && isLocatedMap(properties))
    return Object.fromEntries(membersOf(properties).map(([name, property]) => [name, inner(property)]));
  return schema.value.type === 'array' ? [inner(memberOf(schema, 'items'))] : ofType(schema.value);
}

/** The items of a list in a schema; undefined where there is no list. */
function itemsIn(schema: Located, key: string): readonly Located[] | undefined {
  const list = memberOf(schema, key);
  return list && Array.isArray(list.value) ? itemsOf(list) : undefined;
}

function ofType(schema: JsonObject): Json {
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
