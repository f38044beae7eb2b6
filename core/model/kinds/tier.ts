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
  references: [
    ['overrides/*/api', 'Api'],
    ['price/items/{*}/apis/*', 'Api'],
    ['price/items/{*}/operations/*/api', 'Api'],
    ['price/items/{*}/feed', 'feed'],
    ['requires/*', 'requirement'],
    ['partners/*', 'Partner'],
  ],
});

/** Defines a tier. */
export const defineTier = definer('Tier');
