import schema from '../schemas/partner.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type Partner = DocumentOf['Partner'];

export const PARTNER = kindDefinition({
  kind: 'Partner',
  schema,
  label: 'partner',
  plural: 'partners',
  place: { map: 'partners' },
  file: 'partners/{name}.yaml',
  references: [
    ['owner', 'Team'],
    ['reseller', 'Partner'],
  ],
});

/** Defines a partner, optionally with its applications. */
export const definePartner = definer('Partner');
