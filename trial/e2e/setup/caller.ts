import { randomUUID } from 'node:crypto';
import { fullPath } from '../../../core/model/routes';
import { type ClientTls, jsonOf, type Reply, send } from '../../client/request';
import { clientToken, signToken, type TokenClient, userToken } from '../../client/tokens';
import { proxyAddress } from '../gateway-facts';
import { type Grant, idempotencyHeader } from './grant';
import { catalogOf, ENVIRONMENT, type Trial } from './trial';

/** The login hint of the default user. */
const USER = 'tel:+34600000001';

export interface TokenOptions {
  /** @default the scopes that the operation requires */
  readonly scopes?: readonly string[] | undefined;
  /** @default the purpose of the subscription; null: none */
  readonly purpose?: string | null | undefined;
  /** @default the audience of the environment */
  readonly audience?: string | undefined;
  /** Login hint of the user; default: a user if the API requires one, else none. */
  readonly user?: string | undefined;
  /** Additional claims of a token that the application signs itself. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined;
}

export interface CallOptions {
  /** @default a new token for the grant; null: none */
  readonly token?: string | null | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** @default the application's certificate if the API requires it or tokens are bound to it; null: none */
  readonly tls?: ClientTls | null | undefined;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly tls?: ClientTls | undefined;
  /** Whether to call the listener with TLS; default: no. */
  readonly secure?: boolean | undefined;
  /** The request target to send instead of the path, without normalization. */
  readonly rawPath?: string | undefined;
}

/** Calls the gateway as a partner's application does. */
export class Caller {
  readonly #catalog;
  readonly proxyUrl: string | undefined;
  readonly proxyTlsUrl: string | undefined;

  constructor(private readonly trial: Trial) {
    this.#catalog = catalogOf(trial);
    const { config, facts } = trial;
    this.proxyUrl = config.proxyUrl ?? proxyAddress(facts, config.adminUrl, false);
    this.proxyTlsUrl = config.proxyTlsUrl ?? proxyAddress(facts, config.adminUrl, true);
  }

  /** The `Host` of calls. */
  get host(): string {
    return this.#catalog.environments.get(ENVIRONMENT)?.value.hosts[0] ?? 'localhost';
  }

  /** Gets an access token for a grant. */
  async token(grant: Grant, options: TokenOptions = {}): Promise<string> {
    const { scopes = grant.scopes, purpose = grant.subscription.purpose?.value ?? null } = options;
    if (grant.partnerSigned) return this.#selfSignedToken(grant, options);
    const scope = [...(purpose === null ? [] : [purpose]), ...scopes].join(' ');
    const request = { scope, ...(options.audience === undefined ? {} : { resource: options.audience }) };
    const user = options.user ?? (grant.userContext === 'three-legged' ? USER : undefined);
    const client = this.tokenClient(grant);
    return user === undefined ? clientToken(client, request) : userToken(client, request, user);
  }

  /** The OAuth client of a grant's application. */
  tokenClient({ access }: Grant): TokenClient {
    const { components, secrets } = this.trial;
    const secret = secrets.get(access.application.id);
    if (!secret || !access.credentials) throw new Error(`${access.application.id} has no credentials`);
    const { certificate, clientKey } = secret;
    return {
      url: (certificate ? components.issuerTlsServer : components.issuerServer).localUrl,
      issuer: this.issuer,
      clientId: access.credentials.clientId,
      key: clientKey,
      tls: certificate ? { cert: certificate.certificate, key: certificate.key } : undefined,
    };
  }

  get issuer(): string {
    const policies = [...this.#catalog.policies.token.values()];
    return policies.find(({ value }) => value.signedBy === 'idp')?.value.environments[ENVIRONMENT]?.issuer ?? '';
  }

  /** The certificate of a grant's application. */
  tlsOf({ access }: Grant): ClientTls | undefined {
    const certificate = this.trial.secrets.get(access.application.id)?.certificate;
    return certificate ? { cert: certificate.certificate, key: certificate.key } : undefined;
  }

  /**
   * How a grant's application connects: with its certificate if the API requires one or the issuer binds the tokens to it, and without
   * TLS otherwise.
   */
  channelOf(grant: Grant): Required<Pick<SendOptions, 'secure'>> & Pick<SendOptions, 'tls'> {
    const tls = this.tlsOf(grant);
    const bound = tls !== undefined && !grant.partnerSigned && this.proxyTlsUrl !== undefined;
    return grant.mtls || bound ? { secure: true, tls } : { secure: false };
  }

  /** Calls a grant's operation. */
  async call(grant: Grant, options: CallOptions = {}): Promise<Reply> {
    const channel = this.channelOf(grant);
    const { headers, tls = channel.tls } = options;
    const token = options.token === undefined ? await this.token(grant) : options.token;
    const idempotent = idempotencyHeader(grant);
    return this.send(pathOf(grant), grant.operation.method, {
      tls: tls ?? undefined,
      secure: channel.secure,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(idempotent === undefined ? {} : { [idempotent]: randomUUID() }),
        ...headers,
      },
    });
  }

  /** Sends a request through the gateway. */
  send(path: string, method: string, { headers = {}, tls, secure = false, rawPath }: SendOptions = {}): Promise<Reply> {
    const url = secure ? this.proxyTlsUrl : this.proxyUrl;
    if (url === undefined)
      throw new Error(
        `the URL of the proxy${secure ? ' with TLS' : ''} is unknown; set ${secure ? 'KONG_PROXY_TLS_URL' : 'KONG_PROXY_URL'}`,
      );
    const hasBody = !['GET', 'HEAD', 'DELETE'].includes(method);
    return send({
      url: `${url}${path}`,
      rawPath,
      method,
      headers: { host: this.host, ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
      body: hasBody ? '{}' : undefined,
      ...(secure ? { tls: { ...tls, serverName: this.host } } : {}),
    });
  }

  #selfSignedToken(grant: Grant, { audience, claims }: TokenOptions): Promise<string> {
    const key = this.trial.secrets.get(grant.access.application.id)?.tokenKey;
    if (!key) throw new Error(`${grant.access.application.id} has no signing key`);
    const { token } = grant.subscription.offer.policies;
    const aud = audience ?? token?.value.environments[ENVIRONMENT]?.audience;
    const clientId = grant.access.credentials?.clientId;
    return signToken(key, { iss: clientId, sub: clientId, aud, jti: randomUUID(), ...claims });
  }
}

/** The path of a grant's operation, with a value for each parameter. */
export function pathOf({ api, operation }: Pick<Grant, 'api' | 'operation'>): string {
  return fullPath(api.value.basePath, operation.path.replace(/\{[^}]*\}/g, '3fa85f64-5717-4562-b3fc-2c963f66afa6'));
}

/** `403 PERMISSION_DENIED` */
export function statusAndCode(reply: Reply): string {
  const body = jsonOf(reply);
  const code = typeof body === 'object' && body !== null && 'code' in body ? ` ${String(body.code)}` : '';
  return `${reply.status}${reply.status >= 400 ? code : ''}`;
}
