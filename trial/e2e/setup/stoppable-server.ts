import type { RequestListener } from 'node:http';
import { type Listening, type ListenOptions, listen } from '../../server/listen';

/** A server that can be stopped and resumed at the same address. */
export class StoppableServer {
  #server: Listening | undefined;

  private constructor(
    private readonly listener: RequestListener,
    private readonly options: ListenOptions,
    private readonly host: string,
    server: Listening,
  ) {
    this.#server = server;
    this.port = server.port;
  }

  readonly port: number;

  /** @param host name by which the gateway reaches this machine */
  static async start(listener: RequestListener, host: string, options: ListenOptions = {}): Promise<StoppableServer> {
    const bound = { ...options, host: bindAddress(host) };
    const server = await listen(listener, bound);
    return new StoppableServer(listener, { ...bound, port: server.port }, host, server);
  }

  /** Its URL for the gateway. */
  get url(): string {
    return `${this.options.tls ? 'https' : 'http'}://${this.host}:${this.port}`;
  }

  /** Its URL on this machine. */
  get localUrl(): string {
    return `${this.options.tls ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  async resume(): Promise<void> {
    this.#server ??= await listen(this.listener, this.options);
  }
}

/** Binds to loopback, unless the gateway is on another machine. */
function bindAddress(host: string): string {
  return ['127.0.0.1', 'localhost', '::1'].includes(host) ? '127.0.0.1' : '0.0.0.0';
}
