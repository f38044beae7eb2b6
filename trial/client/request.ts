import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** An HTTP request as a program of a partner would send it. */
export interface Call {
  readonly url: string;
  /**
   * The path as it is sent, also where an address would not have it so (`/items/x#f`).
   * @default that of the address
   */
  readonly rawPath?: string | undefined;
  /** @default GET, or POST where there is a body */
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** What the connection is made with, for https. */
  readonly tls?: ClientTls | undefined;
  /** @default 30,000 */
  readonly timeoutMs?: number | undefined;
}

export interface ClientTls {
  /** The client's certificate and key as PEM. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  /** The name of the server that is asked for; default: the one in the address. */
  readonly serverName?: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends a request, on a connection of its own where it has a client certificate. Certificates of servers are not checked: they
 * are made for a trial.
 *
 * @throws Error when there is no answer
 */
export function send({ url, rawPath, method, headers, body, tls, timeoutMs = 30_000 }: Call): Promise<Reply> {
  const secure = url.startsWith('https:');
  return new Promise((resolve, reject) => {
    const request = (secure ? requestHttps : requestHttp)(url, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
      timeout: timeoutMs,
      ...(rawPath === undefined ? {} : { path: rawPath }),
      ...(tls ? { agent: false } : {}),
      ...(secure ? { rejectUnauthorized: false, cert: tls?.cert, key: tls?.key, servername: tls?.serverName } : {}),
    });
    request.once('timeout', () => request.destroy(new Error(`no answer from ${url} within ${timeoutMs} ms`)));
    request.once('error', reject);
    request.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
          ),
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    request.end(body);
  });
}

/** A reply's body as JSON; undefined where it is none. */
export function jsonOf(reply: Reply): unknown {
  try {
    return JSON.parse(reply.body);
  } catch {
    return undefined;
  }
}
