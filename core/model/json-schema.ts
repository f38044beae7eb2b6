/** The subset of JSON Schema that the schemas of the kinds use. */
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
  /** Who may set the field, and everything inside it, see `setBy`. */
  readonly 'x-set-by'?: 'applicant' | 'machine' | 'operator';
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
 * Schemas whose examples are names of other documents. In the schema files they have an `example`, because editors offer `examples` as
 * completions, and these names rarely exist in a catalog.
 */
const schemasWithNames = new WeakSet<object>();

/** Whether the examples of a schema are names that may not exist in a catalog. */
export function hasNamesInExamples(schema: object): boolean {
  return schemasWithNames.has(schema);
}

/** Copies a schema and replaces every `example` by `examples`. */
export function withExamples(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    if (typeof value !== 'object' || value === null || !('example' in value)) return value;
    const { example, ...rest } = value;
    const converted = { ...rest, examples: [example] };
    schemasWithNames.add(converted);
    return converted;
  });
}
