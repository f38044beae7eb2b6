import schema from '../schemas/audit-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type AuditPolicy = DocumentOf['AuditPolicy'];

export const AUDIT_POLICY = kindDefinition({
  kind: 'AuditPolicy',
  schema,
  label: 'audit policy',
  plural: 'audit policies',
  place: { policy: 'audit' },
  file: 'policies/{name}.yaml',
  references: [],
});

/** Defines an audit policy. */
export const defineAuditPolicy = definer('AuditPolicy');
