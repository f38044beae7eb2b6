import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** An HTTP request as a partner's program would send it. */
export interface Call {
  readonly url: string;
  /**
   * The request target, sent without normalization (`/items/x#f`).
   * @default the path of the URL
   */
  readonly rawPath?: string | undefined;
  /** @default GET, or POST with a body */
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** TLS options, for https. */
  readonly tls?: ClientTls | undefined;
  /** @default 30,000 */
  readonly timeoutMs?: number | undefined;
}

export interface ClientTls {
  /** The client's certificate and key as PEM. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  /** The server name (SNI); default: the host of the URL. */
  readonly serverName?: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends a request; with a client certificate, on a connection of its own. Server certificates are not verified, because a trial
 * generates them.
 *
 * @throws Error if there is no response
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
    request.once('timeout', () => request.destroy(new Error(`${url} did not respond within ${timeoutMs} ms`)));
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
          ),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.end(body);
  });
}

/** The body of a reply as JSON; undefined if it is not valid JSON. */
export function jsonOf(reply: Reply): unknown {
  try {
    return JSON.parse(reply.body);
  } catch {
    return undefined;
  }
}
