import schema from '../schemas/use-case.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type UseCase = DocumentOf['UseCase'];

export const USE_CASE = kindDefinition({
  kind: 'UseCase',
  schema,
  label: 'use case',
  plural: 'use cases',
  place: { map: 'useCases' },
  file: 'use-cases/{name}.yaml',
  references: [
    ['owner', 'Team'],
    ['apis/*', 'Api'],
    ['partners/*/partner', 'Partner'],
  ],
});

/** Defines a use case. */
export const defineUseCase = definer('UseCase');
