import { isMap, type Json, type Path } from '../../model';
import { kindSchema, type PlacedSchema, resolved } from '../../model/schemas';
import { schemaAt } from '../../model/validation/branch';
import { valueAt } from './first-causes';
import type { SchemaError, ValidatedDocument } from './schema-error';

/**
 * Replaces the errors of fields whose header is missing by one error: if the line `policies:` is missing, or indented as if it were
 * part of the map above, its fields are read as fields of that map.
 */
export function withMissingHeaders(found: readonly SchemaError[], document: ValidatedDocument): readonly SchemaError[] {
  return stray(found).reduce((rest, { map, keys: wrong }) => {
    const indented = indentedHeader(document, map, wrong);
    const keys = indented === undefined ? wrong : keysFrom(document.root, map, indented);
    const field = indented ?? headerOf(document, map, keys);
    return field === undefined
      ? rest
      : [...without(rest, map, keys, field), missingHeader(document.root, map, keys, field)];
  }, found);
}

/** A map, and its keys that are invalid or contain an invalid value. */
interface Stray {
  readonly map: Path;
  readonly keys: readonly string[];
}

/** Inner maps with errors. */
function stray(found: readonly SchemaError[]): readonly Stray[] {
  const maps = new Map<string, { readonly map: Path; readonly keys: Set<string> }>();
  for (const { path } of found) {
    const [key] = path.slice(1);
    if (typeof key !== 'string') continue;
    const map = path.slice(0, 1);
    const known = maps.get(String(map));
    if (known) known.keys.add(key);
    else maps.set(String(map), { map, keys: new Set([key]) });
  }
  return [...maps.values()].map(({ map, keys }) => ({ map, keys: [...keys] }));
}

/** The missing field of the document to which all these keys belong. There are at least two, possibly with the header itself. */
function headerOf({ kind, root }: ValidatedDocument, map: Path, keys: readonly string[]): string | undefined {
  const schema = kindSchema(kind);
  const own = fieldsOf(schemaAt(schema, root, map));
  if (keys.length < 2 || keys.some((key) => Object.hasOwn(own, key))) return undefined;
  const fields = Object.keys(resolved(schema).schema.properties ?? {}).filter(
    (field) => isMap(root) && !Object.hasOwn(root, field) && field !== String(map[0]),
  );
  return fields.find((field) => {
    const parts = fieldsOf(schemaAt(schema, root, [field]));
    return keys.every((key) => key === field || Object.hasOwn(parts, key));
  });
}

/** A missing field of the document that is indented as if it were an entry of the map above, such as `levels:` below `requirements:`. */
function indentedHeader({ kind, root }: ValidatedDocument, map: Path, keys: readonly string[]): string | undefined {
  const schema = kindSchema(kind);
  const place = schemaAt(schema, root, map);
  if (!place || typeof resolved(place).schema.additionalProperties !== 'object') return undefined;
  return keys.find(
    (key) =>
      Object.hasOwn(fieldsOf(schema), key) &&
      !Object.hasOwn(root as object, key) &&
      valueAt(root, [...map, key]) === null,
  );
}

/** The keys of a map from one of them on. */
function keysFrom(root: Json, map: Path, first: string): readonly string[] {
  const keys = Object.keys(valueAt(root, map) as object);
  return keys.slice(keys.indexOf(first));
}

function fieldsOf(place: PlacedSchema | undefined): object {
  return (place && resolved(place).schema.properties) ?? {};
}

function without(
  found: readonly SchemaError[],
  map: Path,
  keys: readonly string[],
  field: string,
): readonly SchemaError[] {
  return found.filter(({ code, path, message }) => {
    const isStray = path[0] === map[0] && keys.includes(String(path[1]));
    const isHeader = code === 'missing-field' && path.length === 0 && message.endsWith(` lacks the field '${field}'`);
    return !isStray && !isHeader;
  });
}

function missingHeader(root: Json, map: Path, keys: readonly string[], field: string): SchemaError {
  const inside = valueAt(root, map);
  const written = isMap(inside) ? Object.keys(inside) : [];
  const above = String(map[0]);
  const [first = field] = written.filter((key) => keys.includes(key) && key !== field);
  const isIndented = written.includes(field);
  return {
    code: 'unknown-field',
    message: isIndented
      ? `'${field}' is indented as part of '${above}'`
      : `'${first}' and the following lines are part of '${field}', not of '${above}'; the line '${field}:' is missing`,
    hint: isIndented
      ? `start the line '${field}:' in the column of '${above}:'`
      : `write '${field}:' on the line above, in the column of '${above}:'`,
    path: [...map, isIndented ? field : first],
    part: 'key',
    strays: keys.map((key) => [...map, key]),
  };
}
