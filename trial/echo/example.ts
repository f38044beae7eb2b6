import { isMap, type Json, type JsonObject } from '../../core/model';

/** Follows `$ref` within one document, as often as one leads to another. */
export function dereference(root: JsonObject, value: Json | undefined): JsonObject | undefined {
  let found = value;
  for (let hops = 0; hops < 32 && isMap(found) && typeof found.$ref === 'string'; hops++) {
    const [document, pointer = ''] = found.$ref.split('#');
    if (document !== '') return undefined;
    found = pointer
      .split('/')
      .slice(1)
      .map((word) => decodeURIComponent(word).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<Json | undefined>((inner, word) => (isMap(inner) ? inner[word] : undefined), root);
  }
  return isMap(found) ? found : undefined;
}

/** How deep a value that is made from a schema may be. */
const DEEPEST = 12;

/** An example of what a media type describes: the first that is written, else one made from its schema. */
export function exampleOf(root: JsonObject, media: JsonObject): Json {
  if (media.example !== undefined) return media.example;
  const examples = isMap(media.examples) ? Object.values(media.examples) : [];
  const first = dereference(root, examples[0]);
  return first?.value ?? fromSchema(root, media.schema, 0);
}

function fromSchema(root: JsonObject, value: Json | undefined, depth: number): Json {
  const schema = dereference(root, value);
  if (!schema || depth > DEEPEST) return null;
  const written = schema.example ?? schema.const ?? schema.default;
  if (written !== undefined) return written;
  for (const list of [schema.examples, schema.enum]) if (Array.isArray(list) && list.length > 0) return list[0] ?? null;
  if (Array.isArray(schema.allOf)) return merged(schema.allOf.map((part) => fromSchema(root, part, depth + 1)));
  const either = schema.oneOf ?? schema.anyOf;
  if (Array.isArray(either)) return fromSchema(root, either[0], depth + 1);
  if (isMap(schema.properties)) {
    const entries = Object.entries(schema.properties);
    return Object.fromEntries(entries.map(([name, property]) => [name, fromSchema(root, property, depth + 1)]));
  }
  return ofType(root, schema, depth);
}

function ofType(root: JsonObject, schema: JsonObject, depth: number): Json {
  switch (schema.type) {
    case 'array':
      return [fromSchema(root, schema.items, depth + 1)];
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

function merged(parts: readonly Json[]): Json {
  return Object.assign({}, ...parts.filter(isMap));
}
