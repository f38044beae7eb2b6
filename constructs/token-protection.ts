import type { Construct } from 'constructs';
import { type TokenProtectionProps, tokenProtection } from '../core/desired';
import { PolicyConstruct } from './policy-construct';

export type { TokenProtectionProps };

/** Requires a token for calls to an API, issued by the identity provider or signed by the partner. */
export class TokenProtection extends PolicyConstruct<TokenProtectionProps> {
  /** @throws Error if a document is not valid, or a policy is not the one that the API names */
  constructor(scope: Construct, id: string, props: TokenProtectionProps) {
    super(scope, id, props, { token: 'policy', mtls: 'mtls' }, tokenProtection);
  }
}
