import { randomUUID } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { Configuration, errors as Errors, KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import type { IssuerClient } from './client';
import type { SigningKeys } from './signing-keys';
import type { Store } from './store';
import { subjectOf, userRefuses } from './users';

export interface ConfigurationProps {
  readonly clients: readonly IssuerClient[];
  /** The audiences of tokens; the first is the default for requests without `resource`. */
  readonly audiences: readonly [string, ...string[]];
  /** Lifetime of an access token, in seconds. */
  readonly tokenSeconds: number;
  readonly keys: SigningKeys;
  readonly store: Store;
  /** The error classes of the server library, which is loaded when an issuer is created. */
  readonly errors: typeof Errors;
}

/** The configuration of the server library: client credentials and CIBA, `private_key_jwt`, JWTs as access tokens. */
export function configurationOf(props: ConfigurationProps): Configuration {
  const { clients, audiences, tokenSeconds, keys, store, errors } = props;
  const scopesOf = new Map(clients.map(({ clientId, scopes }) => [clientId, scopes]));

  /** Access tokens are JWTs for one audience, with only those scopes that the client was granted. */
  function resourceServer(ctx: KoaContextWithOIDC, audience: string, clientId: string): ResourceServer {
    if (!audiences.includes(audience)) throw new errors.InvalidTarget('no API has this audience');
    const granted = scopesOf.get(clientId) ?? [];
    const requested = String(ctx.oidc.params?.scope ?? '').split(' ');
    const denied = requested.find((scope) => scope !== '' && scope !== 'openid' && !granted.includes(scope));
    if (denied !== undefined) throw new errors.InvalidScope('the client was not granted this scope', denied);
    return {
      audience,
      scope: granted.join(' '),
      accessTokenFormat: 'jwt',
      accessTokenTTL: tokenSeconds,
      jwt: { sign: { alg: 'ES256' } },
    };
  }

  return {
    adapter: (kind: string) => store.adapter(kind),
    jwks: { keys: [...keys.all] as NonNullable<Configuration['jwks']>['keys'] },
    clients: clients.map(metadata),
    clientAuthMethods: ['private_key_jwt'],
    scopes: ['openid'],
    responseTypes: [],
    // No route sets a cookie, but the library requires a key.
    cookies: { keys: [randomUUID()] },
    routes: { token: '/token', jwks: '/jwks', backchannel_authentication: '/bc-authorize' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256', 'PS256', 'RS256'] },
    ttl: {
      BackchannelAuthenticationRequest: 120,
      Grant: tokenSeconds,
      AccessToken: tokenSeconds,
      ClientCredentials: tokenSeconds,
      IdToken: tokenSeconds,
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audiences[0],
        getResourceServerInfo: (ctx, audience, client) => resourceServer(ctx, audience, client.clientId),
        useGrantedResource: () => true,
      },
      mTLS: { enabled: true, certificateBoundAccessTokens: true, getCertificate: certificateOf },
      ciba: {
        enabled: true,
        deliveryModes: ['poll'],
        processLoginHint: (_, hint) => subjectOf(hint ?? ''),
        validateBindingMessage: () => {},
        validateRequestContext: () => {},
        verifyUserCode: () => {},
        triggerAuthenticationDevice: decideForUser,
      },
    },
  };
}

/** Decides for the user: users of a trial consent, except for those whose hint makes them refuse. */
const decideForUser: NonNullable<
  NonNullable<NonNullable<Configuration['features']>['ciba']>['triggerAuthenticationDevice']
> = async (ctx, request, account, client) => {
  const { provider, params } = ctx.oidc;
  if (userRefuses(params?.login_hint as string | undefined)) {
    const { errors } = await import('oidc-provider');
    await provider.backchannelResult(request, new errors.AccessDenied('the user refused'));
    return;
  }
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope('openid');
  const scopes = [...request.scopes].filter((scope) => scope !== 'openid').join(' ');
  for (const resource of [request.resource ?? []].flat()) grant.addResourceScope(resource, scopes);
  await grant.save();
  await provider.backchannelResult(request, grant, { acr: '2', authTime: Math.floor(Date.now() / 1000) });
};

/** The client certificate of a TLS connection, if there is one. */
function certificateOf(ctx: KoaContextWithOIDC): string | undefined {
  const socket = ctx.req.socket as Partial<TLSSocket>;
  return socket.getPeerX509Certificate?.()?.toString();
}

function metadata({ clientId, key, forUsers, certificateBound }: IssuerClient) {
  return {
    client_id: clientId,
    token_endpoint_auth_method: 'private_key_jwt' as const,
    jwks: { keys: [key] } as never,
    grant_types: ['client_credentials', ...(forUsers ? ['urn:openid:params:grant-type:ciba'] : [])],
    response_types: [],
    redirect_uris: [],
    id_token_signed_response_alg: 'ES256' as const,
    ...(forUsers ? { backchannel_token_delivery_mode: 'poll' as const } : {}),
    tls_client_certificate_bound_access_tokens: certificateBound,
  };
}
