import type { PrimitiveType, TerraformType } from './form';
import { mismatch, missing, unknownName } from './message';
import { isObject, type Problems, step } from './problem';
import { typeName } from './type-name';

/** Nothing but one reference: `${kong-gateway_service.billing.id}`, `${var.kong_admin_url}`. `$${` is text. */
const REFERENCE = /^\$\{[^{}]+\}$/;

/**
 * Problems of a value of a given type. Stricter than Terraform, which would turn `"5"` into a number: what we write is
 * compared with what the gateway has, so it has the type that the gateway gives back.
 */
export function* valueProblems(type: TerraformType, value: unknown, path: string): Problems {
  if (type === 'dynamic') return yield* jsonProblems(value, path, []);
  if (typeof type === 'string') return yield* scalarProblems(type, value, path);
  switch (type[0]) {
    case 'list':
    case 'set':
      if (!Array.isArray(value)) return yield mismatch(type, value, path);
      for (const [index, item] of value.entries()) yield* valueProblems(type[1], item, step(path, index));
      return;
    case 'map':
      if (!isObject(value)) return yield mismatch(type, value, path);
      for (const [key, item] of Object.entries(value)) yield* valueProblems(type[1], item, step(path, key));
      return;
    case 'tuple':
      if (!Array.isArray(value) || value.length !== type[1].length) return yield mismatch(type, value, path);
      for (const [index, of] of type[1].entries()) yield* valueProblems(of, value[index], step(path, index));
      return;
    case 'object':
      if (!isObject(value)) return yield mismatch(type, value, path);
      return yield* objectProblems(type[1], type[2] ?? [], value, path);
  }
}

function* scalarProblems(type: Exclude<PrimitiveType, 'dynamic'>, value: unknown, path: string): Problems {
  if (typeof value === 'string' && (type === 'string' || REFERENCE.test(value))) return;
  if (type === 'number' && typeof value === 'number' && Number.isFinite(value)) return;
  if (type === 'bool' && typeof value === 'boolean') return;
  yield mismatch(type, value, path);
}

function* objectProblems(
  types: Readonly<Record<string, TerraformType>>,
  optional: readonly string[],
  value: Readonly<Record<string, unknown>>,
  path: string,
): Problems {
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(types, key)) yield unknownName('attribute', key, Object.keys(types), path);
  }
  for (const [key, type] of Object.entries(types)) {
    const item = Object.hasOwn(value, key) ? value[key] : undefined;
    if (item !== undefined && item !== null) yield* valueProblems(type, item, step(path, key));
    else if (!optional.includes(key)) yield missing(typeName(type), step(path, key));
  }
}

/** Anything that JSON can write. */
function* jsonProblems(value: unknown, path: string, above: readonly object[]): Problems {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (!Array.isArray(value) && !isObject(value)) return yield mismatch('dynamic', value, path);
  if (above.includes(value)) return yield { path, message: 'contains itself; write plain data' };
  const items: Iterable<[string | number, unknown]> = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, item] of items) {
    if (item === undefined && typeof key === 'string') continue;
    yield* jsonProblems(item, step(path, key), [...above, value]);
  }
}
