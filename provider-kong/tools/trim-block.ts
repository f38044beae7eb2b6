import type { AttributeSchema, BlockSchema, BlockTypeSchema, NestingMode, TerraformType } from '../facts/form';
import { isObject } from '../facts/problem';
import { UnusableSchema } from './unusable-schema';

type Input = Readonly<Record<string, unknown>>;

const FLAGS = ['required', 'optional', 'computed', 'sensitive', 'write_only', 'deprecated'] as const;
const COUNTS = ['min_items', 'max_items'] as const;
const NESTING: readonly unknown[] = ['single', 'list', 'set', 'map'] satisfies readonly NestingMode[];
const PRIMITIVES: readonly unknown[] = ['string', 'number', 'bool', 'dynamic'];

/** The facts of a block: attributes and nested blocks, sorted by name. */
export function trimBlock(input: Input, path: string): BlockSchema {
  return {
    attributes: mapNames(input.attributes ?? {}, path, trimAttribute),
    ...(isEmpty(input.block_types) ? {} : { block_types: mapNames(input.block_types, path, trimBlockType) }),
  };
}

function trimAttribute(input: Input, path: string): AttributeSchema {
  const flags = Object.fromEntries(FLAGS.filter((flag) => input[flag] === true).map((flag) => [flag, true]));
  if (input.nested_type === undefined) return { type: trimType(input.type, path), ...flags };
  if (!isObject(input.nested_type)) throw new UnusableSchema(`${path} has a nested_type that is not an object`);
  const { attributes, nesting_mode } = input.nested_type;
  return {
    nested_type: {
      attributes: mapNames(attributes, path, trimAttribute),
      nesting_mode: trimNesting(nesting_mode, path),
    },
    ...flags,
  };
}

function trimBlockType(input: Input, path: string): BlockTypeSchema {
  if (!isObject(input.block)) throw new UnusableSchema(`${path} is a nested block without content`);
  const counts = Object.fromEntries(
    COUNTS.filter((key) => typeof input[key] === 'number').map((key) => [key, input[key]]),
  );
  const mode = input.nesting_mode === 'group' ? 'group' : trimNesting(input.nesting_mode, path);
  return { nesting_mode: mode, block: trimBlock(input.block, path), ...counts };
}

function trimNesting(mode: unknown, path: string): NestingMode {
  if (NESTING.includes(mode)) return mode as NestingMode;
  throw new UnusableSchema(`${path} has nesting_mode ${JSON.stringify(mode)}; known are: ${NESTING.join(', ')}`);
}

function trimType(type: unknown, path: string): TerraformType {
  if (PRIMITIVES.includes(type)) return type as TerraformType;
  if (Array.isArray(type)) {
    const [kind, of, optional] = type;
    if ((kind === 'list' || kind === 'set' || kind === 'map') && type.length === 2) return [kind, trimType(of, path)];
    if (kind === 'tuple' && Array.isArray(of)) return [kind, of.map((item) => trimType(item, path))];
    if (kind === 'object' && isObject(of)) {
      const types = Object.fromEntries(
        Object.entries(of).map(([name, item]) => [name, trimType(item, `${path}.${name}`)]),
      );
      return Array.isArray(optional) ? [kind, types, optional.map(String)] : [kind, types];
    }
  }
  throw new UnusableSchema(`${path} has a type that is not known: ${JSON.stringify(type) ?? 'none'}`);
}

function mapNames<T>(input: unknown, path: string, trim: (item: Input, path: string) => T): Record<string, T> {
  if (!isObject(input)) throw new UnusableSchema(`${path} has no list of attributes by name`);
  return Object.fromEntries(
    Object.keys(input)
      .sort()
      .map((name) => {
        const item = input[name];
        if (!isObject(item)) throw new UnusableSchema(`${path}.${name} is not an object`);
        return [name, trim(item, `${path}.${name}`)];
      }),
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).length === 0);
}
