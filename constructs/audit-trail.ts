import type { Construct } from 'constructs';
import type { AuditPolicy, ErrorPolicy } from '../core/model';
import { auditPlugins } from '../policies';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface AuditTrailProps extends ServicePolicyProps {
  readonly policy: AuditPolicy;
  /**
   * The API's ErrorPolicy, which names the header with the correlation id.
   * @default the header that the schema of ErrorPolicy names
   */
  readonly errors?: ErrorPolicy | undefined;
}

/** A record of every call, with the chosen fields, at the environment's audit endpoint or in its audit file. */
export class AuditTrail extends ServicePolicy {
  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id, props, [props.policy, props.errors], () => auditPlugins(props));
  }
}
