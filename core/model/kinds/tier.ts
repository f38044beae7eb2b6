import schema from '../schemas/tier.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type Tier = DocumentOf['Tier'];

export const TIER = kindDefinition({
  kind: 'Tier',
  schema,
  label: 'tier',
  plural: 'tiers',
  place: { map: 'tiers' },
  file: 'tiers/{name}.yaml',
  references: [['overrides/*/api', 'Api']],
});

/** Defines a tier. */
export const defineTier = definer('Tier');
