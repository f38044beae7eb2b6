import type { JWK } from 'jose';

/** A client of the issuer. It authenticates with `private_key_jwt`. */
export interface IssuerClient {
  readonly clientId: string;
  /** The public key that verifies its assertions. */
  readonly key: JWK;
  /** The scopes that it may request, including purposes (`dpv:…`). */
  readonly scopes: readonly string[];
  /** Whether it may request tokens of users (CIBA). */
  readonly forUsers: boolean;
  /** Whether its tokens are bound to the client certificate of the token request (RFC 8705). */
  readonly certificateBound: boolean;
}
