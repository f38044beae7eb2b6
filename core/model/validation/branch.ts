import { isMap, type Json, type JsonObject } from '../base/json';
import type { Path } from '../base/position';
import type { JsonSchema } from '../json-schema';
import { branchesOf, memberSchema, type PlacedSchema, resolved } from '../schemas';

/** The alternative of a `oneOf` that is meant for a value. */
export type Branch =
  | { readonly chosen: PlacedSchema }
  /** The value is a map in which the field that identifies the alternative is missing or has another value. */
  | { readonly field: string; readonly allowed: readonly string[]; readonly likely: string }
  /** The value is a map without any of the fields of which one is required. */
  | { readonly oneOfFields: readonly string[] }
  | { readonly types: readonly string[]; readonly near: JsonSchema };

/** Chooses by type, then by a field with a fixed value (`type`, `store`, `rule`), then by the required fields that are present. */
export function chooseBranch(place: PlacedSchema, value: Json): Branch {
  const branches = branchesOf(place).map(resolved);
  const fitting = branches.filter(({ schema }) => schema.type === undefined || schema.type === typeOf(value));
  const [only] = fitting;
  if (!only) {
    const types = [...new Set(branches.map(({ schema }) => String(schema.type)))];
    return { types, near: resolved(place).schema };
  }
  if (fitting.length === 1) return { chosen: only };
  return isMap(value) ? chooseMap(fitting, value) : { chosen: only };
}

function chooseMap(branches: readonly PlacedSchema[], value: JsonObject): Branch {
  const field = discriminator(branches);
  if (field !== undefined) {
    const chosen = branches.find((branch) => fixedValue(branch, field) === value[field]);
    if (chosen) return { chosen };
    const allowed = branches.map((branch) => String(fixedValue(branch, field)));
    return { field, allowed, likely: String(fixedValue(mostLike(branches, value), field)) };
  }
  const present = (branch: PlacedSchema) =>
    (branch.schema.required ?? []).filter((key) => Object.hasOwn(value, key)).length;
  const best = branches.reduce((a, b) => (present(b) > present(a) ? b : a));
  if (present(best) > 0) return { chosen: best };
  return { oneOfFields: branches.flatMap((branch) => branch.schema.required ?? []) };
}

/** The alternative that has most of the map's fields. */
function mostLike(branches: readonly PlacedSchema[], value: JsonObject): PlacedSchema {
  const known = ({ schema }: PlacedSchema) =>
    Object.keys(value).filter((key) => Object.hasOwn(schema.properties ?? {}, key)).length;
  return branches.reduce((a, b) => (known(b) > known(a) ? b : a));
}

function discriminator([first, ...others]: readonly PlacedSchema[]): string | undefined {
  const fields = Object.keys(first?.schema.properties ?? {});
  return fields.find((field) =>
    [first, ...others].every((branch) => branch && fixedValue(branch, field) !== undefined),
  );
}

function fixedValue(branch: PlacedSchema, field: string): unknown {
  const member = memberSchema(branch, field);
  return member && resolved(member).schema.const;
}

/** The type of a value in JSON Schema; whole numbers are 'integer'. */
function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** The schema of the value at a path, with alternatives chosen by the values along the path. */
export function schemaAt(root: PlacedSchema, value: Json, path: Path): PlacedSchema | undefined {
  let place: PlacedSchema | undefined = root;
  let at: Json | undefined = value;
  for (const step of path) {
    if (!place || at === undefined) return undefined;
    const branch = chooseBranch(place, at);
    if (!('chosen' in branch)) return undefined;
    place = memberSchema(branch.chosen, step);
    at = (at as Readonly<Record<string | number, Json>> | null)?.[step];
  }
  return place;
}

/** Whether the value at a path is required by its map. Items of lists can always be removed. */
export function isRequired(root: PlacedSchema, value: Json, path: Path): boolean {
  const key = path.at(-1);
  const around = path.slice(0, -1);
  const place = schemaAt(root, value, around);
  if (!place || typeof key !== 'string') return false;
  const map = around.reduce<Json>((at, step) => (at as Readonly<Record<string | number, Json>>)[step] as Json, value);
  const branch = chooseBranch(place, map);
  return 'chosen' in branch && (resolved(branch.chosen).schema.required ?? []).includes(key);
}
