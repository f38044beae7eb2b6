import { isMap, type Json, type Path } from '../../model';
import type { SchemaError } from './schema-error';

/** Schema errors without consequences of other errors. */
export function firstCauses(found: readonly SchemaError[], root: Json): readonly SchemaError[] {
  return withoutPartsOfText(withoutValuesOfWrongKeys(withIndentation(found, root)), root);
}

/** Unquoted text in braces ends at its first comma, and its other parts look like fields without a value: only the first is reported. */
function withoutPartsOfText(found: readonly SchemaError[], root: Json): readonly SchemaError[] {
  const maps = new Set<string>();
  return found.filter(({ code, path }) => {
    if (code !== 'unknown-field' || valueAt(root, path) !== null) return true;
    const map = JSON.stringify(path.slice(0, -1));
    const isFirst = !maps.has(map);
    maps.add(map);
    return isFirst;
  });
}

/** If a key is wrong, its value belongs to something else. */
function withoutValuesOfWrongKeys(found: readonly SchemaError[]): readonly SchemaError[] {
  const keys = new Set(found.flatMap(({ part, path }) => (part === 'key' ? [JSON.stringify(path)] : [])));
  return found.filter(({ part, path }) => part === 'key' || !keys.has(JSON.stringify(path)));
}

/**
 * An unknown field directly below a field that has no value, or that lacks exactly this field: it belongs to the field above, but is
 * not indented.
 */
function withIndentation(found: readonly SchemaError[], root: Json): readonly SchemaError[] {
  const empty = new Set(
    found.flatMap(({ code, path }) =>
      code === 'wrong-type' && valueAt(root, path) === null ? [JSON.stringify(path)] : [],
    ),
  );
  const explained = new Set<string>();
  const annotated = found.map((error) => {
    const above = error.code === 'unknown-field' ? fieldAbove(error.path, root) : undefined;
    const key = JSON.stringify(above);
    if (above === undefined || !(empty.has(key) || lacks(found, key, error.path.at(-1)))) return error;
    explained.add(key);
    return { ...error, hint: `indent it if it is part of '${above.at(-1)}'; ${error.hint ?? ''}` };
  });
  return annotated.filter(
    ({ code, path }) => !['wrong-type', 'missing-field'].includes(code) || !explained.has(JSON.stringify(path)),
  );
}

/** Whether a map lacks exactly this field. */
function lacks(found: readonly SchemaError[], map: string, field: unknown): boolean {
  return found.some(
    ({ code, path, message }) =>
      code === 'missing-field' && JSON.stringify(path) === map && message.endsWith(` lacks the field '${field}'`),
  );
}

/** The field directly above another one in its map. */
function fieldAbove(path: Path, root: Json): Path | undefined {
  const map = valueAt(root, path.slice(0, -1));
  const keys = isMap(map) ? Object.keys(map) : [];
  const above = keys[keys.indexOf(String(path.at(-1))) - 1];
  return above === undefined ? undefined : [...path.slice(0, -1), above];
}

/** The value at a path that exists. */
export function valueAt(value: Json, path: Path): Json {
  return path.reduce<Json>((outer, step) => (outer as Readonly<Record<string | number, Json>>)[step] as Json, value);
}
