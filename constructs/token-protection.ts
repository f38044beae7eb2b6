import type { Construct } from 'constructs';
import { type TokenProtectionProps, tokenProtection } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { TokenProtectionProps };

/** Who is calling: calls of an API need a token, of the identity provider or signed by the partner. */
export class TokenProtection extends PolicyConstruct<TokenProtectionProps> {
  /** @throws Error when a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: TokenProtectionProps) {
    super(scope, id, props, { token: 'policy', mtls: 'mtls' }, tokenProtection);
  }
}
