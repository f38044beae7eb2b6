import type { AttributeSchema, BlockSchema, BlockTypeSchema, NestedType } from './form';
import { mismatch, missing, unknownName } from './message';
import { isObject, type Problems, step } from './problem';
import { attributeTypeName } from './type-name';
import { valueProblems } from './validate-value';

/** Problems of a block's content; names in `alsoAllowed` (Terraform's own, such as `lifecycle`) are passed over. */
export function* blockProblems(
  { attributes = {}, block_types: blocks = {} }: BlockSchema,
  content: Readonly<Record<string, unknown>>,
  path: string,
  alsoAllowed: readonly string[] = [],
): Problems {
  const known = [...Object.keys(attributes), ...Object.keys(blocks)];
  for (const name of Object.keys(content)) {
    if (!known.includes(name) && !alsoAllowed.includes(name)) yield unknownName('attribute', name, known, path);
  }
  for (const [name, schema] of Object.entries(attributes)) {
    yield* attributeProblems(schema, Object.hasOwn(content, name) ? content[name] : undefined, step(path, name));
  }
  for (const [name, schema] of Object.entries(blocks)) {
    yield* nestedBlockProblems(schema, Object.hasOwn(content, name) ? content[name] : undefined, step(path, name));
  }
}

/** Null is Terraform's word for "not set". */
function* attributeProblems(schema: AttributeSchema, value: unknown, path: string): Problems {
  if (value === undefined || value === null) {
    if (schema.required) yield missing(attributeTypeName(schema), path);
  } else if (schema.computed && !schema.optional && !schema.required) {
    yield { path, message: 'only the provider sets this attribute; remove it' };
  } else if (schema.nested_type) {
    yield* nestedTypeProblems(schema.nested_type, value, path);
  } else if (schema.type !== undefined) {
    yield* valueProblems(schema.type, value, path);
  }
}

function* nestedTypeProblems({ attributes, nesting_mode }: NestedType, value: unknown, path: string): Problems {
  const isMany = nesting_mode === 'list' || nesting_mode === 'set';
  if (isMany ? !Array.isArray(value) : !isObject(value)) {
    yield mismatch(
      isMany ? 'a list of objects' : nesting_mode === 'map' ? 'an object of objects' : 'an object',
      value,
      path,
    );
    return;
  }
  const items: Iterable<[string | number, unknown]> = isMany
    ? (value as readonly unknown[]).entries()
    : Object.entries(value as object);
  if (nesting_mode === 'single')
    return yield* blockProblems({ attributes }, value as Readonly<Record<string, unknown>>, path);
  for (const [key, item] of items) yield* contentProblems({ attributes }, item, step(path, key));
}

/** In JSON, a block that may come once or many times is an object or a list of objects; one with labels an object by label. */
function* nestedBlockProblems(schema: BlockTypeSchema, value: unknown, path: string): Problems {
  const { nesting_mode, block, min_items: least = 0, max_items: most = 0 } = schema;
  if (nesting_mode === 'map') {
    if (value === undefined || value === null) return;
    if (!isObject(value)) return yield mismatch('an object of objects', value, path);
    for (const [label, item] of Object.entries(value)) yield* contentProblems(block, item, step(path, label));
    return;
  }
  const items = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  const limit = nesting_mode === 'single' || nesting_mode === 'group' ? 1 : most;
  if (items.length < least) yield { path, message: `expected at least ${least} of this block, found ${items.length}` };
  if (limit > 0 && items.length > limit)
    yield { path, message: `expected at most ${limit} of this block, found ${items.length}` };
  for (const [index, item] of items.entries()) {
    yield* contentProblems(block, item, Array.isArray(value) ? step(path, index) : path);
  }
}

function* contentProblems(schema: BlockSchema, value: unknown, path: string): Problems {
  if (isObject(value)) yield* blockProblems(schema, value, path);
  else yield mismatch('an object', value, path);
}
