export type {
  DefinedOperation,
  DefinitionOrigin,
  Method,
  OpenApiDefinition,
  Operation,
  OperationOrigin,
  ScopeAlternatives,
  ServerPath,
} from './definition';
export { operationSlug, operationSlugs } from './operation-slug';
