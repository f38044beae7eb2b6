import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions as TlsOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A running server. */
export interface Listening {
  /** Base URL without a trailing slash: `http://127.0.0.1:9001`. */
  readonly url: string;
  readonly port: number;
  /** Stops the server and closes all its connections. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /**
   * @default 127.0.0.1: only this machine can connect
   */
  readonly host?: string | undefined;
  /**
   * @default 0: a free port
   */
  readonly port?: number | undefined;
  /**
   * Certificate, key, and whether clients must present a certificate.
   * @default plain HTTP
   */
  readonly tls?: TlsOptions | undefined;
}

/**
 * Starts a server.
 *
 * @throws Error of the operating system, such as EADDRINUSE
 */
export async function listen(handler: RequestListener, options: ListenOptions = {}): Promise<Listening> {
  const { host = '127.0.0.1', port = 0, tls } = options;
  const server = tls ? createTlsServer(tls, handler) : createServer(handler);
  // Longer than the gateway keeps idle connections (60 s), which could otherwise send a request on a connection that is closing.
  server.keepAliveTimeout = 90_000;
  server.headersTimeout = 95_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const bound = (server.address() as AddressInfo).port;
  const shown = host === '0.0.0.0' ? '127.0.0.1' : host;
  return {
    url: `${tls ? 'https' : 'http'}://${shown.includes(':') ? `[${shown}]` : shown}:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
