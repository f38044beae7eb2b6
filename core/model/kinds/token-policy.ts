import schema from '../schemas/token-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type TokenPolicy = DocumentOf['TokenPolicy'];

export const TOKEN_POLICY = kindDefinition({
  kind: 'TokenPolicy',
  schema,
  label: 'token policy',
  plural: 'token policies',
  place: { policy: 'token' },
  file: 'policies/{name}.yaml',
  references: [['environments/{}', 'Environment']],
});

/** Defines a token policy. */
export const defineTokenPolicy = definer('TokenPolicy');
