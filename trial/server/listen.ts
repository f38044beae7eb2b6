import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions as TlsOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface Listening {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:9001`. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /**
   * @default 127.0.0.1: nobody outside this machine can connect
   */
  readonly host?: string | undefined;
  /**
   * @default 0: one that is free
   */
  readonly port?: number | undefined;
  /**
   * Certificate, key and what is asked of clients.
   * @default plain HTTP
   */
  readonly tls?: TlsOptions | undefined;
}

/**
 * Starts a server.
 *
 * @throws Error of the system, such as EADDRINUSE
 */
export async function listen(handler: RequestListener, options: ListenOptions = {}): Promise<Listening> {
  const { host = '127.0.0.1', port = 0, tls } = options;
  const server = tls ? createTlsServer(tls, handler) : createServer(handler);
  // Longer than the gateway keeps idle connections (60 s): it would otherwise send a call on one that is just being closed.
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
