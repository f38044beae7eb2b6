import { mtlsPlugins } from '../../../policies';
import type { MtlsPolicy, TokenPolicy } from '../../model';
import type { Entity } from '../entity';
import { idOf } from '../gateway/id-of';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface MutualTlsProps extends ServicePolicyProps {
  readonly policy: MtlsPolicy;
  /** The API's TokenPolicy: Enterprise's plugins compare certificates with tokens of an identity provider only. */
  readonly token: TokenPolicy;
}

/**
 * Calls of an API need a client certificate. The CAs, and with portable plugins the one that asks for certificates, are in the
 * environment's global stack.
 */
export function mutualTls(props: MutualTlsProps): readonly Entity[] {
  const plugins = mtlsPlugins({ ...props, idOf: idOf(props.environment) });
  return servicePlugins(props, plugins, policyOrigins(props.api, 'mtls', props.policy));
}
