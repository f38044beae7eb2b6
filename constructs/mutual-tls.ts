import type { Construct } from 'constructs';
import type { MtlsPolicy, TokenPolicy } from '../core/model';
import { mtlsPlugins } from '../policies';
import { idOf } from './id-of';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface MutualTlsProps extends ServicePolicyProps {
  readonly policy: MtlsPolicy;
  /** The API's TokenPolicy: Enterprise compares certificates with tokens of an identity provider only. */
  readonly token: TokenPolicy;
}

/**
 * Calls of an API need a client certificate. The CAs, and on open-source Kong the plugin that asks for certificates, stand in
 * the environment's global stack ({@link EnvironmentBasics}).
 */
export class MutualTls extends ServicePolicy {
  constructor(scope: Construct, id: string, props: MutualTlsProps) {
    super(scope, id, props, [props.policy, props.token], () =>
      mtlsPlugins({ ...props, idOf: idOf(props.environment) }),
    );
  }
}
