/** A JSON Schema, as far as the schemas of the kinds use it. */
export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly writeOnly?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/**
 * Schemas whose examples name other documents. In the files their only example is called `example`: editors offer `examples` as
 * completions, and no catalog has just these names.
 */
const namingOthers = new WeakSet<object>();

/** Whether the examples of a schema name things that a catalog may not have. */
export function hasNamesInExamples(schema: object): boolean {
  return namingOthers.has(schema);
}

/** A schema as its file has it, with every `example` among the `examples`. */
export function withExamples(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    if (typeof value !== 'object' || value === null || !('example' in value)) return value;
    const { example, ...rest } = value;
    const converted = { ...rest, examples: [example] };
    namingOthers.add(converted);
    return converted;
  });
}
