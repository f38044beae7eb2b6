import type { Construct } from 'constructs';
import { type AuditTrailProps, auditTrail } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { AuditTrailProps };

/** A record of every call, with the chosen fields, at the environment's audit endpoint or in its audit file. */
export class AuditTrail extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id, [props.api, props.environment, props.policy, props.errors], () => auditTrail(props));
  }
}
