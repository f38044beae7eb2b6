import type { Construct } from 'constructs';
import type { MtlsPolicy, TokenPolicy } from '../core/model';
import { tokenPlugins } from '../policies';
import { ServicePolicy, type ServicePolicyProps } from './service-policy';

export interface TokenProtectionProps extends ServicePolicyProps {
  readonly policy: TokenPolicy;
  /**
   * The API's MtlsPolicy: Enterprise's openid-connect compares tokens with certificates itself.
   * @default tokens are compared with no certificate
   */
  readonly mtls?: MtlsPolicy | undefined;
}

/** Who is calling: calls of an API need a token, of the identity provider or signed by the partner. */
export class TokenProtection extends ServicePolicy {
  constructor(scope: Construct, id: string, props: TokenProtectionProps) {
    super(scope, id, props, [props.policy, props.mtls], () => tokenPlugins(props));
  }
}
