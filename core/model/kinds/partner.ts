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
    ['representatives/{*}', 'Team'],
    ['reseller', 'Partner'],
    ['referral/by', 'Partner'],
    ['contract/template', 'ContractTemplate'],
    ['contract/terms/*/tier', 'Tier'],
    ['contract/deviations/*/tier', 'Tier'],
    ['contract/deviations/*/price/{*}/apis/*', 'Api'],
    ['contract/deviations/*/price/{*}/operations/*/api', 'Api'],
    ['contract/deviations/*/price/{*}/feed', 'feed'],
    ['evidence/*/requirement', 'requirement'],
    ['accreditation/level', 'level'],
    ['badges/*', 'badge'],
  ],
});

/** Defines a partner, optionally with its applications. */
export const definePartner = definer('Partner');
