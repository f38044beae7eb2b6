import type { RequestListener } from 'node:http';
import { handle } from '../server/handle';
import { addressOf, sendError, sendJson } from '../server/message';
import type { IssuerClient } from './client';
import { configurationOf } from './configuration';
import { SigningKeys } from './signing-keys';
import { Store } from './store';

export interface IssuerProps {
  /** The issuer's name: `iss` of every token. It may differ from its URL. */
  readonly issuer: string;
  readonly clients: readonly IssuerClient[];
  /** The audiences of tokens; the first is the default for requests without `resource`. */
  readonly audiences: readonly [string, ...string[]];
  /**
   * Lifetime of an access token, in seconds.
   * @default 300
   */
  readonly tokenSeconds?: number | undefined;
  /**
   * The signing keys.
   * @default new keys, only in memory
   */
  readonly keys?: SigningKeys | undefined;
}

/** An issuer of access tokens. */
export interface Issuer {
  /** Serves /token, /jwks, /bc-authorize, /.well-known/openid-configuration, and `POST /-/rotate`. */
  readonly listener: RequestListener;
  /** Switches to the next signing key, and returns its ID. The previous key stays published for a while. */
  rotate(): string;
  /** Registers another client. */
  register(client: IssuerClient): void;
}

/** Path that rotates the signing key. */
const ROTATE = '/-/rotate';

/** Creates an issuer to try the gateway with. */
export async function createIssuer({
  issuer,
  clients: initialClients,
  audiences,
  tokenSeconds = 300,
  keys = new SigningKeys(),
}: IssuerProps): Promise<Issuer> {
  // An ES module: a dynamic import is the only way to load it from CommonJS on every supported version of Node.
  const { Provider, errors } = await import('oidc-provider');
  const store = new Store();
  const clients = [...initialClients];
  const createCallback = () => {
    const provider = new Provider(issuer, configurationOf({ clients, audiences, tokenSeconds, keys, store, errors }));
    provider.proxy = true;
    return provider.callback();
  };
  // A provider cannot change its keys and clients, so a change creates another provider with the same store.
  let callback = createCallback();
  const register = (client: IssuerClient) => {
    clients.push(client);
    callback = createCallback();
  };
  const rotate = () => {
    const kid = keys.rotate();
    callback = createCallback();
    return kid;
  };
  // As behind the reverse proxy of a real issuer with this name: discovery returns the URLs that partners would use.
  const { host, protocol } = new URL(issuer);
  const forwarded = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
  const listener = handle(async (request, response) => {
    if (addressOf(request).path !== ROTATE) {
      Object.assign(request.headers, forwarded);
      return callback(request, response);
    }
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'use POST');
    sendJson(response, 200, { kid: rotate() });
  });
  return { listener, rotate, register };
}
