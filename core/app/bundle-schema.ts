import { KINDS, type Kind } from '../model';
import { hasNamesInExamples, type JsonSchema } from '../model/json-schema';
import { KIND_SCHEMAS, SHARED_SCHEMAS } from '../model/schemas';

/** The schemas by the name by which they refer to each other: `common.schema.json`. */
const files: ReadonlyMap<string, JsonSchema> = new Map(
  [...Object.values(KIND_SCHEMAS), ...SHARED_SCHEMAS].map((schema) => [fileOf(schema), schema]),
);

/**
 * The JSON Schema of a kind in one piece: what it takes from other files is under its `$defs`, by file and name, and
 * every reference is local. So a tool can use it that reads neither folders nor the network.
 */
export function bundleSchema(kind: Kind): JsonSchema {
  const bundle = new Bundle();
  const { $defs, ...own } = KIND_SCHEMAS[kind];
  const body = bundle.local(own, fileOf(own));
  return { ...body, $defs: bundle.definitions() };
}

/** One schema for documents of all kinds: the kind decides. */
export function bundleDocument(): object {
  const bundle = new Bundle();
  const bodies = KINDS.map((kind) => {
    const { $defs, ...own } = KIND_SCHEMAS[kind];
    const { $schema, $id, ...body } = bundle.local(own, fileOf(own)) as Record<string, unknown>;
    return [kind, body] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Document',
    description: 'Any document of a catalog.',
    type: 'object',
    required: ['kind', 'name'],
    properties: { kind: { description: 'The kind of this document.', enum: KINDS } },
    allOf: KINDS.map((kind) => ({
      if: { required: ['kind'], properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: { $ref: `#/$defs/${kind}` },
    })),
    $defs: { ...Object.fromEntries(bodies), ...bundle.definitions() },
  };
}

/** Collects the definitions that something refers to, each once. */
class Bundle {
  private readonly found = new Map<string, JsonSchema>();

  /** A copy in which every reference is local to the bundle. */
  local(schema: JsonSchema, file: string): JsonSchema {
    return this.copy(schema, file) as JsonSchema;
  }

  definitions(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private copy(value: unknown, file: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.copy(item, file));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).filter(([key]) => key !== 'examples' || !hasNamesInExamples(value));
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        key === '$ref' && typeof item === 'string' ? this.reference(item, file) : this.copy(item, file),
      ]),
    );
  }

  private reference(reference: string, from: string): string {
    const [name = '', definition = ''] = reference.split('#/$defs/');
    const file = name === '' ? from : name;
    const id = `${file.replace('.schema.json', '')}.${definition}`;
    const target = files.get(file)?.$defs?.[definition];
    if (target === undefined) throw new Error(`${from} refers to ${reference}, which is not there`);
    if (!this.found.has(id)) {
      // The place is taken first: a definition may come back to itself.
      this.found.set(id, target);
      this.found.set(id, this.local(target, file));
    }
    return `#/$defs/${id}`;
  }
}

function fileOf(schema: JsonSchema): string {
  return (schema.$id ?? '').slice((schema.$id ?? '').lastIndexOf('/') + 1);
}
