import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where a server listens on this machine or another: host and port, or the path of a socket. */
export type TcpAddress = Address | { readonly path: string };

/** Stands between the gateway and a server that the run cannot stop, so that it can be away all the same. */
export class TcpRelay {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #to: TcpAddress;

  private constructor(
    private readonly home: TcpAddress,
    /** Where the gateway reaches it. */
    readonly address: Address,
  ) {
    this.#to = home;
  }

  static async start(to: TcpAddress, host: string): Promise<TcpRelay> {
    const probe = createServer();
    const port = await listening(probe, 0, host);
    await new Promise((resolve) => probe.close(resolve));
    // Kong takes no IP address as the name of a Redis server.
    const relay = new TcpRelay(to, { host: host === '127.0.0.1' ? 'localhost' : host, port });
    await relay.resume();
    return relay;
  }

  /** Ends every connection and takes no more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  async resume(): Promise<void> {
    if (this.#server) return;
    this.#server = createServer((socket) => this.#connect(socket));
    await listening(this.#server, this.address.port, this.address.host);
  }

  /** Ends every connection, and leads new ones to another server; without one, to the first. */
  async redirect(to: TcpAddress = this.home): Promise<void> {
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

async function listening(server: Server, port: number, host: string): Promise<number> {
  const local = host === '127.0.0.1' || host === 'localhost';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, local ? '127.0.0.1' : '0.0.0.0', () => resolve());
  });
  return (server.address() as AddressInfo).port;
}
