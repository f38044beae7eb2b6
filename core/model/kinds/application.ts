import schema from '../schemas/application.schema.json';
import type * as documents from '../types';
import { definer } from './definer';
import type { DocumentOf, Frozen } from './document-of';
import { kindDefinition } from './kind-definition';

/** An application inside a partner document. A separate document also has `kind` and `partner`. */
export type Application = Frozen<documents.ApplicationDefinition>;
export type ApplicationDocument = DocumentOf['Application'];
export type Credentials = Frozen<documents.Credentials>;
export type Subscription = Frozen<documents.Subscription>;

export const APPLICATION = kindDefinition({
  kind: 'Application',
  schema,
  label: 'application',
  plural: 'applications',
  place: { map: 'applications' },
  file: 'partners/{partner}/{name}.yaml',
  references: [
    ['partner', 'Partner'],
    ['onBehalfOf', 'Partner'],
    ['credentials/{}', 'Environment'],
    ['subscriptions/*/api', 'Api'],
    ['subscriptions/*/tier', 'Tier'],
    ['subscriptions/*/environments/*', 'Environment'],
  ],
});

/** Defines an application of a partner. */
export const defineApplication = definer('Application');
