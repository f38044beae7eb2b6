import { tokenPlugins } from '../../../policies';
import type { MtlsPolicy, TokenPolicy } from '../../model';
import type { Entity } from '../entity';
import { policyOrigins, type ServicePolicyProps, servicePlugins } from './service-policy';

export interface TokenProtectionProps extends ServicePolicyProps {
  readonly policy: TokenPolicy;
  /**
   * The API's MtlsPolicy: Enterprise's openid-connect compares tokens with certificates itself.
   * @default tokens are compared with no certificate
   */
  readonly mtls?: MtlsPolicy | undefined;
}

/** Who is calling: calls of an API need a token, of the identity provider or signed by the partner. */
export function tokenProtection(props: TokenProtectionProps): readonly Entity[] {
  return servicePlugins(props, tokenPlugins(props), policyOrigins(props.api, 'token', props.policy));
}
