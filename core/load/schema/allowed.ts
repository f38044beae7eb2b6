import { isMap, type Json, type JsonObject, type Path } from '../../model';
import { PlainMap } from '../../model/base/json';
import type { SchemaError } from './schema-error';

type Wrong = Pick<SchemaError, 'path' | 'part'> & Partial<Pick<SchemaError, 'code'>>;

/** What of a document its schema allows: keys that it refuses are gone, and null stands for values that it refuses. */
export function allowedPart(root: JsonObject, found: readonly Wrong[]): JsonObject {
  // What is missing takes nothing away from what is there.
  const part = allowed(
    root,
    found.filter(({ code }) => code !== 'missing-field'),
  );
  return isMap(part) ? part : {};
}

function allowed(value: Json, wrong: readonly Wrong[]): Json {
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

/** What is wrong below each step, by paths from there on. */
function byStep(wrong: readonly Wrong[]): ReadonlyMap<Path[number], readonly Wrong[]> {
  const steps = new Map<Path[number], Wrong[]>();
  for (const { path, part } of wrong) {
    const [step = '', ...rest] = path;
    const same = steps.get(step);
    if (same) same.push({ path: rest, part });
    else steps.set(step, [{ path: rest, part }]);
  }
  return steps;
}
