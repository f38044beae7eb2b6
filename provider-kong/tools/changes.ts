import type { AttributeSchema, BlockSchema, ProviderSchema, SchemaDocument } from '../facts/form';
import { attributeTypeName } from '../facts/type-name';

/** A difference of two schemas. `path` is the attribute's (`config.limit_by`), or empty for the resource itself. */
export interface SchemaChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Resource type, or `provider`. */
  readonly resource: string;
  readonly path: string;
  /** The attribute as it is (`string, required`), or what changed (`optional → required`). */
  readonly detail: string;
}

/** What is different in `after`, by resource and attribute; a resource that has gone is one change. */
export function schemaChanges(before: SchemaDocument, after: SchemaDocument): readonly SchemaChange[] {
  const [old, now] = [blocks(before), blocks(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((resource): SchemaChange[] => {
    const [was, is] = [old.get(resource), now.get(resource)];
    if (!was) return [{ kind: 'added', resource, path: '', detail: 'resource' }];
    if (!is) return [{ kind: 'removed', resource, path: '', detail: 'resource' }];
    return [...attributeChanges(resource, was, is)];
  });
}

function* attributeChanges(resource: string, was: Facts, is: Facts): Generator<SchemaChange> {
  for (const path of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const [old, now] = [was.get(path), is.get(path)];
    if (!old && now) yield { kind: 'added', resource, path, detail: notable(now) };
    else if (old && !now) yield { kind: 'removed', resource, path, detail: notable(old) };
    else if (old && now) {
      const parts = old.flatMap((fact, index) => (fact === now[index] ? [] : [`${fact} → ${now[index]}`]));
      if (parts.length > 0) yield { kind: 'changed', resource, path, detail: parts.join(', ') };
    }
  }
}

/** Facts of every attribute by its path, each as words in a fixed order, so that two can be compared place by place. */
type Facts = ReadonlyMap<string, readonly string[]>;

function blocks(document: SchemaDocument): ReadonlyMap<string, Facts> {
  return new Map(
    Object.values(document.provider_schemas).flatMap(({ provider, resource_schemas }: ProviderSchema) =>
      Object.entries({ provider, ...resource_schemas }).map(
        ([name, { version, block }]) =>
          [name, new Map([['', [`schema version ${version}`]], ...factsOf(block, '')])] as const,
      ),
    ),
  );
}

function* factsOf(block: BlockSchema, prefix: string): Generator<[string, readonly string[]]> {
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    yield [`${prefix}${name}`, words(attribute)];
    if (attribute.nested_type) yield* factsOf(attribute.nested_type, `${prefix}${name}.`);
  }
  for (const [name, { nesting_mode, block: inner, min_items = 0, max_items = 0 }] of Object.entries(
    block.block_types ?? {},
  )) {
    yield [`${prefix}${name}`, [`block(${nesting_mode})`, `at least ${min_items}`, `at most ${max_items || 'any'}`]];
    yield* factsOf(inner, `${prefix}${name}.`);
  }
}

/** What every plain attribute is, and so not worth a word. */
const USUAL: readonly string[] = ['not sensitive', 'in state', 'current', 'at least 0', 'at most any'];

function notable(facts: readonly string[]): string {
  return facts.filter((fact) => !USUAL.includes(fact)).join(', ');
}

function words(attribute: AttributeSchema): readonly string[] {
  const { required, optional, computed, sensitive, write_only, deprecated } = attribute;
  const set = required
    ? 'required'
    : optional && computed
      ? 'optional and computed'
      : optional
        ? 'optional'
        : 'computed';
  return [
    attributeTypeName(attribute),
    set,
    sensitive ? 'sensitive' : 'not sensitive',
    write_only ? 'write-only' : 'in state',
    deprecated ? 'deprecated' : 'current',
  ];
}
