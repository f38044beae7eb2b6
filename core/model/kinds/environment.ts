import schema from '../schemas/environment.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type Environment = DocumentOf['Environment'];

export const ENVIRONMENT = kindDefinition({
  kind: 'Environment',
  schema,
  label: 'environment',
  plural: 'environments',
  place: { map: 'environments' },
  file: 'environments/{name}.yaml',
  references: [],
});

/** Defines an environment. */
export const defineEnvironment = definer('Environment');
