import { isMap, type Json, type JsonObject, type Path } from '../../model';
import { PlainMap } from '../../model/base/json';
import type { SchemaError } from './schema-error';

type ErrorPath = Pick<SchemaError, 'path' | 'part'> & Partial<Pick<SchemaError, 'code'>>;

/** The valid part of a document: invalid keys are removed, and invalid values are null. */
export function validPart(root: JsonObject, found: readonly ErrorPath[]): JsonObject {
  // A missing field does not affect the others.
  const part = allowed(
    root,
    found.filter(({ code }) => code !== 'missing-field'),
  );
  return isMap(part) ? part : {};
}

function allowed(value: Json, wrong: readonly ErrorPath[]): Json {
  if (wrong.length === 0) return value;
  if (wrong.some(({ path }) => path.length === 0)) return null;
  const below = byStep(wrong);
  if (Array.isArray(value)) return value.map((item: Json, index) => allowed(item, below.get(index) ?? []));
  if (!isMap(value)) return value;
  const map = new PlainMap();
  for (const [key, item] of Object.entries(value)) {
    const inner = below.get(key) ?? [];
    if (!inner.some(({ path, part }) => path.length === 0 && part === 'key')) map[key] = allowed(item, inner);
  }
  return map;
}

/** The errors below each step, with paths relative to it. */
function byStep(wrong: readonly ErrorPath[]): ReadonlyMap<Path[number], readonly ErrorPath[]> {
  const steps = new Map<Path[number], ErrorPath[]>();
  for (const { path, part } of wrong) {
    const [step = '', ...rest] = path;
    const same = steps.get(step);
    if (same) same.push({ path: rest, part });
    else steps.set(step, [{ path: rest, part }]);
  }
  return steps;
}
