import { type Json, type JsonObject, PlainMap } from '../base/json';
import type { JsonSchema } from '../json-schema';
import { branchesOf, memberSchema, type PlacedSchema, resolved } from '../schemas';
import { chooseBranch } from '../validation/branch';

/** Fills in the defaults of a schema and freezes the result. Frozen values without anything to fill in are reused. */
export function fill(place: PlacedSchema | undefined, value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  const fields = place && hasDefaults(place) ? chosenBranch(place, value) : undefined;
  if (!fields && Object.isFrozen(value)) return value;
  const member = (key: string | number, written: Json) => fill(fields && memberSchema(fields, key), written);
  if (Array.isArray(value)) return Object.freeze(value.map((item, index) => member(index, item)));
  const map = new PlainMap();
  for (const [key, written] of Object.entries(value as JsonObject)) {
    // TypeScript documents may set a field to undefined.
    if (written !== undefined) map[key] = member(key, written);
  }
  for (const [key, defaultValue] of Object.entries(fields ? defaultsIn(fields) : {}))
    map[key] ??= member(key, defaultValue);
  return Object.freeze(map);
}

/** The alternative of the schema that a valid value matches. */
function chosenBranch(place: PlacedSchema, value: Json): PlacedSchema | undefined {
  const branch = chooseBranch(place, value);
  return 'chosen' in branch ? branch.chosen : undefined;
}

/** The defaults of the fields of a map. */
function defaultsIn(fields: PlacedSchema): JsonObject {
  const defaults = Object.keys(resolved(fields).schema.properties ?? {}).flatMap((key) => {
    const member = memberSchema(fields, key);
    const value = member && resolved(member).schema.default;
    return value === undefined ? [] : [[key, value as Json] as const];
  });
  return Object.fromEntries(defaults);
}

const hasDefaultsCache = new WeakMap<JsonSchema, boolean>();

/** Whether anything below a schema has a default. */
function hasDefaults(place: PlacedSchema): boolean {
  const { schema } = resolved(place);
  const known = hasDefaultsCache.get(schema);
  if (known !== undefined) return known;
  const found = branchesOf(place).some((branch) => membersOf(branch).some(hasDefault));
  hasDefaultsCache.set(schema, found);
  return found;
}

function hasDefault(place: PlacedSchema): boolean {
  return resolved(place).schema.default !== undefined || hasDefaults(place);
}

function membersOf(branch: PlacedSchema): readonly PlacedSchema[] {
  const { schema } = resolved(branch);
  const keys = [...Object.keys(schema.properties ?? {}), ANY_KEY, 0];
  return keys.flatMap((key) => memberSchema(branch, key) ?? []);
}

/** No field has this name, so it selects the schema of arbitrary keys. */
const ANY_KEY = '*';
