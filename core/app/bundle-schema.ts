import { posix } from 'node:path';
import { KINDS, type Kind } from '../model';
import { hasNamesInExamples, type JsonSchema } from '../model/json-schema';
import { KIND_SCHEMAS, referenced } from '../model/schemas';

/**
 * The JSON Schema of a kind as a single document: definitions from other files are under its `$defs`, by file and name, and
 * every reference is local. Tools that read neither other files nor the network can use it.
 */
export function bundleSchema(kind: Kind): JsonSchema {
  const bundle = new Bundle();
  const { $defs, ...own } = KIND_SCHEMAS[kind];
  const body = bundle.local(own);
  return { ...body, $defs: bundle.definitions() };
}

/** One schema for documents of all kinds; `kind` selects the schema that applies. */
export function bundleDocument(): object {
  const bundle = new Bundle();
  const bodies = KINDS.map((kind) => {
    const { $defs, ...own } = KIND_SCHEMAS[kind];
    const { $schema, $id, ...body } = bundle.local(own) as Record<string, unknown>;
    return [kind, body] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Document',
    description: 'Any document of a catalog.',
    type: 'object',
    required: ['kind', 'name'],
    properties: { kind: { description: 'Kind of this document.', enum: KINDS } },
    allOf: KINDS.map((kind) => ({
      if: { required: ['kind'], properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { $ref: `#/$defs/${kind}` },
    })),
    $defs: { ...Object.fromEntries(bodies), ...bundle.definitions() },
  };
}

/** Collects each referenced definition once. */
class Bundle {
  private readonly found = new Map<string, JsonSchema>();

  /** A copy of the schema in which every reference is local to the bundle. */
  local(schema: JsonSchema, id = schema.$id ?? ''): JsonSchema {
    return this.copy(schema, id) as JsonSchema;
  }

  definitions(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** @param from `$id` of the file that contains the value */
  private copy(value: unknown, from: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.copy(item, from));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).filter(([key]) => key !== 'examples' || !hasNamesInExamples(value));
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        key === '$ref' && typeof item === 'string' ? this.reference(item, from) : this.copy(item, from),
      ]),
    );
  }

  private reference(reference: string, from: string): string {
    const { schema, id, pointer } = referenced(reference, from);
    const name = `${posix.basename(id, '.schema.json')}.${pointer.replace('/$defs/', '')}`;
    if (!this.found.has(name)) {
      // Reserve the name first, because a definition may refer to itself.
      this.found.set(name, schema);
      this.found.set(name, this.local(schema, id));
    }
    return `#/$defs/${name}`;
  }
}
