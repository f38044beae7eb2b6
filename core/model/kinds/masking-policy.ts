import schema from '../schemas/masking-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type MaskingPolicy = DocumentOf['MaskingPolicy'];

export const MASKING_POLICY = kindDefinition({
  kind: 'MaskingPolicy',
  schema,
  label: 'masking policy',
  plural: 'masking policies',
  place: { policy: 'masking' },
  file: 'policies/{name}.yaml',
  references: [['rules/*/tiers/*', 'Tier']],
});

/** Defines a masking policy. */
export const defineMaskingPolicy = definer('MaskingPolicy');
