import type { Json, JsonObject, Kind } from '../../core/model';
import { type Path, pointer } from '../../core/model';
import { branchesOf, kindSchema, memberSchema, type PlacedSchema, resolved } from '../../core/model/schemas';

/** A position in documents of a kind that contains text: a field, or a key of a map with free keys. */
export interface TextPlace {
  readonly kind: Kind;
  readonly what: 'field' | 'key';
  /** Path of the field, or of the map. */
  readonly path: Path;
  /** Values that the document must contain for the position to exist: one of several alternatives of a schema. */
  readonly seeds: readonly (readonly [path: Path, value: Json])[];
  /** An example of the schema for the position. */
  readonly example: string;
}

/** Every position in documents of a kind that can contain text, according to the schema of the kind. */
export function textPlaces(kind: Kind): readonly TextPlace[] {
  const places = [...walk(kind, kindSchema(kind), [], [])];
  return [
    ...new Map(
      places.map((place) => [`${place.what} ${pointer(place.path)} ${JSON.stringify(place.seeds)}`, place]),
    ).values(),
  ];
}

function* walk(kind: Kind, place: PlacedSchema, path: Path, above: TextPlace['seeds']): Generator<TextPlace> {
  const branches = branchesOf(place);
  for (const branch of branches) {
    const { schema } = resolved(branch);
    const seeds = branches.length === 1 ? above : [...above, [path, exampleOf(branch)] as const];
    if (schema.type === 'string') yield { kind, what: 'field', path, seeds, example: String(exampleOf(branch) ?? '') };
    for (const name of Object.keys(schema.properties ?? {})) yield* member(kind, branch, path, name, seeds);
    if (typeof schema.additionalProperties === 'object') {
      const example = Object.keys(exampleOf(branch) as JsonObject)[0] ?? 'a';
      yield { kind, what: 'key', path, seeds, example };
      yield* member(kind, branch, path, example, seeds);
    }
    if (schema.items) yield* member(kind, branch, path, 0, seeds);
  }
}

function* member(
  kind: Kind,
  parent: PlacedSchema,
  path: Path,
  step: string | number,
  seeds: TextPlace['seeds'],
): Generator<TextPlace> {
  const inner = memberSchema(parent, step);
  if (inner) yield* walk(kind, inner, [...path, step], seeds);
}

function exampleOf(place: PlacedSchema): Json {
  const { schema } = resolved(place);
  return (schema.examples?.[0] ?? schema.const ?? null) as Json;
}

/** A copy of a document with a text at a position. Missing parents come from the examples of the schema. */
export function withText(document: JsonObject, { kind, what, path, seeds }: TextPlace, text: string): JsonObject {
  const copy = structuredClone(document) as Mutable;
  for (const [at, value] of seeds) put(copy, kind, at, value);
  if (what === 'field') put(copy, kind, path, text);
  else {
    const map = reach(copy, kind, path) as Mutable;
    map[text] = structuredClone(Object.values(map)[0] ?? 'value') as Json;
  }
  return copy as JsonObject;
}

type Mutable = { [key: string | number]: Json };

function put(document: Mutable, kind: Kind, path: Path, value: Json): void {
  const parent = reach(document, kind, path.slice(0, -1)) as Mutable;
  parent[path.at(-1) ?? ''] = structuredClone(value) as Json;
}

/** The value at a path; missing values are created from examples. */
function reach(document: Mutable, kind: Kind, path: Path): Json {
  let value: Json = document as JsonObject;
  let place: PlacedSchema | undefined = kindSchema(kind);
  for (const step of path) {
    place = branchesOf(place)
      .map((branch) => memberSchema(branch, step))
      .find((found) => found !== undefined);
    if (!place) throw new Error(`no schema at ${pointer(path)} of ${kind}`);
    const parent = value as Mutable;
    if (typeof parent[step] !== 'object') parent[step] = structuredClone(exampleOf(place)) as Json;
    value = parent[step] as Json;
  }
  return value;
}
