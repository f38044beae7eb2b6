export type {
  AttributeSchema,
  BlockSchema,
  BlockTypeSchema,
  NestedType,
  NestingMode,
  PrimitiveType,
  ProviderSchema,
  ResourceSchema,
  SchemaDocument,
  TerraformType,
  UsedResources,
} from './form';
export { providerSchema, providerSource, providerVersion, resourceNames, resourceSchema } from './kong-gateway';
export type { SchemaProblem } from './problem';
export { attributeTypeName, typeName } from './type-name';
export { validateProvider, validateResource } from './validate-resource';
