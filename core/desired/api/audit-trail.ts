import { auditPlugins } from '../../../policies';
import type { AuditPolicy, ErrorPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface AuditTrailProps extends ServicePolicyProps {
  readonly policy: AuditPolicy;
  /**
   * The API's ErrorPolicy, which names the header with the correlation id.
   * @default the header that the schema of ErrorPolicy names
   */
  readonly errors?: ErrorPolicy | undefined;
}

/** A record of every call, with the chosen fields, at the environment's audit endpoint or in its audit file. */
export function auditTrail(props: AuditTrailProps): readonly Entity[] {
  return servicePlugins(props, auditPlugins(props), policyOrigins(props.api, 'audit', props.policy));
}
