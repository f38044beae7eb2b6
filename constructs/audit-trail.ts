import type { Construct } from 'constructs';
import { type AuditTrailProps, auditTrail } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { AuditTrailProps };

/** Writes an audit record of every call, with the fields that the policy lists, to the environment's audit endpoint or file. */
export class AuditTrail extends PolicyConstruct<AuditTrailProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id, props, { audit: 'policy', errors: 'errors' }, auditTrail);
  }
}
