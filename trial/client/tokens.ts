import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import { type ClientTls, jsonOf, type Reply, send } from './request';

/** An OAuth client, as a partner's program uses it to get tokens. */
export interface TokenClient {
  /** URL of the issuer; https for tokens that are bound to a certificate. */
  readonly url: string;
  /** The issuer's name; default: its URL. */
  readonly issuer?: string | undefined;
  readonly clientId: string;
  /** The client's private key. */
  readonly key: JWK;
  /** The client certificate that a token is bound to, and its key. */
  readonly tls?: ClientTls | undefined;
}

export interface TokenRequest {
  /** Scopes and purpose, as CAMARA defines them: `dpv:FraudPreventionAndDetection sim-swap:check`; empty for none. */
  readonly scope: string;
  /** The audience; default: the issuer's first. */
  readonly resource?: string | undefined;
}

/** An issuer's refusal. */
export class TokenRefused extends Error {
  constructor(
    readonly status: number,
    /** The OAuth error code: `invalid_scope`. */
    readonly code: string,
    description: string,
  ) {
    super(description === '' ? code : `${code}: ${description}`);
  }
}

/**
 * Gets an access token of the client (client credentials).
 *
 * @throws TokenRefused
 */
export async function clientToken(client: TokenClient, request: TokenRequest): Promise<string> {
  const { scope, resource } = request;
  const parameters = { ...(scope === '' ? {} : { scope }), ...(resource === undefined ? {} : { resource }) };
  const { access_token } = await post(client, '/token', { grant_type: 'client_credentials', ...parameters });
  return String(access_token);
}

/**
 * Gets an access token of a user who consents (CIBA, poll mode).
 *
 * @param loginHint `tel:+34600000001`
 * @throws TokenRefused
 */
export async function userToken(client: TokenClient, request: TokenRequest, loginHint: string): Promise<string> {
  const { scope, resource } = request;
  const parameters = {
    scope: `openid ${scope}`.trim(),
    login_hint: loginHint,
    ...(resource === undefined ? {} : { resource }),
  };
  const { auth_req_id } = await post(client, '/bc-authorize', parameters);
  const grant = { grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id: String(auth_req_id) };
  const { access_token } = await post(client, '/token', grant);
  return String(access_token);
}

async function post(client: TokenClient, path: string, parameters: object): Promise<Readonly<Record<string, unknown>>> {
  const { url, issuer = url, clientId, key, tls } = client;
  const assertion = await signToken(key, { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID() }, 'JWT');
  const reply = await send({
    url: `${url}${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      ...parameters,
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }).toString(),
    tls,
  });
  return parseReply(reply);
}

function parseReply(reply: Reply): Readonly<Record<string, unknown>> {
  const body = (jsonOf(reply) ?? {}) as Readonly<Record<string, unknown>>;
  if (reply.status === 200) return body;
  throw new TokenRefused(reply.status, String(body.error ?? 'invalid_json'), String(body.error_description ?? ''));
}

/**
 * Signs a token, valid for a minute unless the claims set another expiry.
 *
 * @param claims `iss`, `aud` and any others
 */
export async function signToken(key: JWK, claims: Readonly<Record<string, unknown>>, typ = 'at+jwt'): Promise<string> {
  const { alg = 'ES256', kid } = key;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ iat: now, nbf: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg, typ, ...(kid === undefined ? {} : { kid }) })
    .sign(await importJWK(key, alg));
}
