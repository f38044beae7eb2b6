import { mtlsPlugins } from '../../../policies';
import type { MtlsPolicy, TokenPolicy } from '../../model';
import type { Entity } from '../entity';
import { idOf } from '../gateway/id-of';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface MutualTlsProps extends ServicePolicyProps {
  readonly policy: MtlsPolicy;
  /** The API's TokenPolicy: native plugins only compare certificates with tokens of an identity provider. */
  readonly token: TokenPolicy;
}

/**
 * Requires a client certificate for calls to an API. The client CAs are in the environment's global stack; with portable plugins, so
 * is the plugin that requests certificates.
 */
export function mutualTls(props: MutualTlsProps): readonly Entity[] {
  const plugins = mtlsPlugins({ ...props, idOf: idOf(props.environment) });
  return servicePlugins(props, plugins, policyOrigins(props.api, 'mtls', props.policy));
}
