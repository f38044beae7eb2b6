import { tokenPlugins } from '../../../policies';
import type { MtlsPolicy, TokenPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface TokenProtectionProps extends ServicePolicyProps {
  readonly policy: TokenPolicy;
  /**
   * The API's MtlsPolicy: Enterprise's openid-connect itself compares tokens with certificates.
   * @default tokens are not compared with certificates
   */
  readonly mtls?: MtlsPolicy | undefined;
}

/** Requires a token for calls to an API, issued by the identity provider or signed by the partner. */
export function tokenProtection(props: TokenProtectionProps): readonly Entity[] {
  return servicePlugins(props, tokenPlugins(props), policyOrigins(props.api, 'token', props.policy));
}
