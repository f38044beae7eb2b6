import { createRemoteJWKSet, jwtVerify } from 'jose';

/** The caller that an access token identifies. */
export interface Caller {
  readonly clientId: string;
  /** The user; undefined for a token of the client. */
  readonly subject: string | undefined;
  readonly scopes: readonly string[];
}

/** Identifies the caller by the Authorization header; undefined if the token is missing or invalid. */
export type Verify = (authorization: string | undefined) => Promise<Caller | undefined>;

/** Returns a verifier for the access tokens of one issuer. */
export function verifierOf(issuer: string, jwksUri: string): Verify {
  const keys = createRemoteJWKSet(new URL(jwksUri), { cooldownDuration: 1000 });
  return async (authorization) => {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['ES256', 'PS256'] });
      const { client_id: clientId, scope, sub } = payload;
      if (typeof clientId !== 'string') return undefined;
      const scopes = typeof scope === 'string' ? scope.split(' ') : [];
      return { clientId, subject: sub === clientId ? undefined : sub, scopes };
    } catch {
      return undefined;
    }
  };
}
