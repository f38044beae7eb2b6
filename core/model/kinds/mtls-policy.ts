import schema from '../schemas/mtls-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type MtlsPolicy = DocumentOf['MtlsPolicy'];

export const MTLS_POLICY = kindDefinition({
  kind: 'MtlsPolicy',
  schema,
  label: 'mtls policy',
  plural: 'mtls policies',
  place: { policy: 'mtls' },
  file: 'policies/{name}.yaml',
  references: [],
});

/** Defines an mTLS policy. */
export const defineMtlsPolicy = definer('MtlsPolicy');
