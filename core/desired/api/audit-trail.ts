import { auditPlugins } from '../../../policies';
import type { AuditPolicy, ErrorPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface AuditTrailProps extends ServicePolicyProps {
  readonly policy: AuditPolicy;
  /**
   * The API's ErrorPolicy, which names the header of the correlation id.
   * @default the default header in the schema of ErrorPolicy
   */
  readonly errors?: ErrorPolicy | undefined;
}

/** Writes an audit record of every call, with the fields that the policy lists, to the environment's audit endpoint or file. */
export function auditTrail(props: AuditTrailProps): readonly Entity[] {
  return servicePlugins(props, auditPlugins(props), policyOrigins(props.api, 'audit', props.policy));
}
