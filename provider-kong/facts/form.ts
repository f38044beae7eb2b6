/**
 * The form of `terraform providers schema -json`, as far as facts go: names, types and flags.
 * Source: https://developer.hashicorp.com/terraform/cli/commands/providers/schema
 */

/** How Terraform writes a type: `"string"`, `["list", "string"]`, `["object", { "id": "string" }, ["id"]]` (the last: optional names). */
export type TerraformType =
  | PrimitiveType
  | readonly ['list' | 'set' | 'map', TerraformType]
  | readonly ['tuple', readonly TerraformType[]]
  | readonly ['object', Readonly<Record<string, TerraformType>>, (readonly string[])?];

/** `dynamic` takes any value. */
export type PrimitiveType = 'string' | 'number' | 'bool' | 'dynamic';

/** How many objects an attribute with a nested type holds: one, a list, a set, or a map by name. */
export type NestingMode = 'single' | 'list' | 'set' | 'map';

/** Attributes under the name of one attribute. */
export interface NestedType {
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly nesting_mode: NestingMode;
}

/** One attribute: it has either a `type` or a `nested_type`. `computed` without `optional` may not be set. */
export interface AttributeSchema {
  readonly type?: TerraformType;
  readonly nested_type?: NestedType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
  readonly deprecated?: boolean;
}

/** A nested block. `group` is a single block that always exists. */
export interface BlockTypeSchema {
  readonly nesting_mode: NestingMode | 'group';
  readonly block: BlockSchema;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** Content of a resource, of the provider's configuration or of a nested block. */
export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, BlockTypeSchema>>;
}

/** A resource or the provider's configuration. `version` counts changes of the form of its state. */
export interface ResourceSchema {
  readonly version: number;
  readonly block: BlockSchema;
}

/** One provider: its own configuration and its resources by type (`kong-gateway_service`). */
export interface ProviderSchema {
  readonly provider: ResourceSchema;
  readonly resource_schemas: Readonly<Record<string, ResourceSchema>>;
}

/** The whole document; providers by full name (`registry.terraform.io/kong/kong-gateway`). */
export interface SchemaDocument {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
}

/** What `resources.json` says: which provider, which version, and the resource types that are used, sorted. */
export interface UsedResources {
  readonly source: string;
  readonly version: string;
  readonly resources: readonly string[];
}
