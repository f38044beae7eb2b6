export type { Method, OpenApiDefinition, Operation } from './definition';
export { operationWord } from './operation-word';
