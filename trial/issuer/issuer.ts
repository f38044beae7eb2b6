import type { RequestListener } from 'node:http';
import { handle } from '../server/handle';
import { addressOf, sendError, sendJson } from '../server/message';
import type { IssuerClient } from './client';
import { configurationOf } from './configuration';
import { SigningKeys } from './signing-keys';
import { Store } from './store';

export interface IssuerProps {
  /** Its name: `iss` of every token. It need not be its address. */
  readonly issuer: string;
  readonly clients: readonly IssuerClient[];
  /** Audiences that tokens are for; the first where a request names none in `resource`. */
  readonly audiences: readonly [string, ...string[]];
  /**
   * How long an access token holds, in seconds.
   * @default 300
   */
  readonly tokenSeconds?: number | undefined;
  /**
   * The keys with which it signs.
   * @default new ones, which never leave memory
   */
  readonly keys?: SigningKeys | undefined;
}

/** An issuer of access tokens. */
export interface Issuer {
  /** Answers /token, /jwks, /bc-authorize, /.well-known/openid-configuration, and `POST /-/rotate`. */
  readonly listener: RequestListener;
  /** Signs with a new key from now on, and returns its id. The key before it is published for a while. */
  rotate(): string;
  /** Takes on another client. */
  register(client: IssuerClient): void;
}

/** Path at which the issuer is told to rotate its key. */
const ROTATE = '/-/rotate';

/** Makes an issuer to try the gateway with. */
export async function createIssuer({
  issuer,
  clients: first,
  audiences,
  tokenSeconds = 300,
  keys = new SigningKeys(),
}: IssuerProps): Promise<Issuer> {
  // An ES module, which CommonJS can only load in this way on every supported version of Node.
  const { Provider, errors } = await import('oidc-provider');
  const store = new Store();
  const clients = [...first];
  const make = () => {
    const provider = new Provider(issuer, configurationOf({ clients, audiences, tokenSeconds, keys, store, errors }));
    provider.proxy = true;
    return provider.callback();
  };
  // Its keys and clients are fixed when it is made, so a change makes another one over the same store.
  let answer = make();
  const register = (client: IssuerClient) => {
    clients.push(client);
    answer = make();
  };
  const rotate = () => {
    const kid = keys.rotate();
    answer = make();
    return kid;
  };
  // As behind the proxy that a real issuer of this name has: discovery names the addresses that partners would use.
  const { host, protocol } = new URL(issuer);
  const forwarded = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
  const listener = handle(async (request, response) => {
    if (addressOf(request).path !== ROTATE) {
      Object.assign(request.headers, forwarded);
      return answer(request, response);
    }
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'use POST');
    sendJson(response, 200, { kid: rotate() });
  });
  return { listener, rotate, register };
}
