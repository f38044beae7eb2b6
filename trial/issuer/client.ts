import type { JWK } from 'jose';

/** A client of the issuer. It proves who it is with `private_key_jwt`. */
export interface IssuerClient {
  readonly clientId: string;
  /** Its public key, with which it signs assertions. */
  readonly key: JWK;
  /** The scopes that it may ask for, purposes (`dpv:…`) among them. */
  readonly scopes: readonly string[];
  /** Whether it may ask for tokens of users (CIBA). */
  readonly forUsers: boolean;
  /** Whether its tokens are bound to the client certificate of the connection on which it asks (RFC 8705). */
  readonly certificateBound: boolean;
}
