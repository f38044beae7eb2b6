import schema from '../schemas/consent-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type ConsentPolicy = DocumentOf['ConsentPolicy'];

export const CONSENT_POLICY = kindDefinition({
  kind: 'ConsentPolicy',
  schema,
  label: 'consent policy',
  plural: 'consent policies',
  place: { policy: 'consent' },
  file: 'policies/{name}.yaml',
  references: [
    ['live/urls/{}', 'Environment'],
    ['live/otherwise/urls/{}', 'Environment'],
  ],
});

/** Defines a consent policy. */
export const defineConsentPolicy = definer('ConsentPolicy');
