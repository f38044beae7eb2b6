import type { PrimitiveType, TerraformType } from './form';
import { kindOf, type SchemaProblem, step } from './problem';
import { typeName } from './type-name';

const EXPECTED: Readonly<Record<PrimitiveType, string>> = {
  string: 'a string',
  number: 'a number',
  bool: 'true or false',
  dynamic: 'plain data',
};

/** The value has another type than the schema says. */
export function mismatch(type: TerraformType | string, value: unknown, path: string): SchemaProblem {
  const name = typeof type === 'string' ? (EXPECTED[type as PrimitiveType] ?? type) : typeName(type);
  return { path, message: `expected ${name}, found ${kindOf(value)}` };
}

/** The schema asks for it and it is not there. */
export function missing(type: string, path: string): SchemaProblem {
  return { path, message: `required attribute is missing; add it with a value of type ${type}` };
}

/** The schema does not have it. `known` is what is allowed there. */
export function unknownName(
  what: 'attribute' | 'resource type',
  name: string,
  known: readonly string[],
  path: string,
): SchemaProblem {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const hint =
    snake !== name && known.includes(snake) ? `write '${snake}'` : `known are: ${known.join(', ') || 'none'}`;
  return { path: what === 'attribute' ? step(path, name) : path, message: `unknown ${what} '${name}'; ${hint}` };
}
