import schema from '../schemas/error-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type ErrorPolicy = DocumentOf['ErrorPolicy'];

export const ERROR_POLICY = kindDefinition({
  kind: 'ErrorPolicy',
  schema,
  label: 'error policy',
  plural: 'error policies',
  place: { policy: 'errors' },
  file: 'policies/{name}.yaml',
  references: [],
});

/** Defines an error policy. */
export const defineErrorPolicy = definer('ErrorPolicy');
