import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** The address of a server: host and port, or the path of a Unix socket. */
export type TcpAddress = Address | { readonly path: string };

/** Relays connections from the gateway to a server that the run cannot stop, so that the server can seem unavailable. */
export class TcpRelay {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #to: TcpAddress;

  private constructor(
    private readonly initial: TcpAddress,
    /** The address at which the gateway reaches the relay. */
    readonly address: Address,
  ) {
    this.#to = initial;
  }

  static async start(to: TcpAddress, host: string): Promise<TcpRelay> {
    const probe = createServer();
    const port = await listenOn(probe, 0, host);
    await new Promise((resolve) => probe.close(resolve));
    // Kong does not accept an IP address as the host of a Redis server.
    const relay = new TcpRelay(to, { host: host === '127.0.0.1' ? 'localhost' : host, port });
    await relay.resume();
    return relay;
  }

  /** Closes all connections, and accepts no new ones. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  async resume(): Promise<void> {
    if (this.#server) return;
    this.#server = createServer((socket) => this.#connect(socket));
    await listenOn(this.#server, this.address.port, this.address.host);
  }

  /** Closes all connections, and relays new ones to another server; by default to the initial one. */
  async redirect(to: TcpAddress = this.initial): Promise<void> {
    await this.stop();
    this.#to = to;
    await this.resume();
  }

  close(): Promise<void> {
    return this.stop();
  }

  #connect(socket: Socket): void {
    const target = connect(this.#to);
    for (const one of [socket, target]) {
      this.#sockets.add(one);
      one.once('error', () => one.destroy());
      one.once('close', () => {
        this.#sockets.delete(one);
        socket.destroy();
        target.destroy();
      });
    }
    socket.pipe(target).pipe(socket);
  }
}

async function listenOn(server: Server, port: number, host: string): Promise<number> {
  const local = host === '127.0.0.1' || host === 'localhost';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, local ? '127.0.0.1' : '0.0.0.0', () => resolve());
  });
  return (server.address() as AddressInfo).port;
}
