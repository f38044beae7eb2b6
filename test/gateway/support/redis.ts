import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '../../../core/model';
import { startProcess } from '../../support/processes';
import { type Reply, RespReader } from './resp';

/** A Redis server started for the tests. */
export interface RedisServer {
  /** Executes commands of the stand-in's resty.redis. */
  readonly execute: (args: JsonObject) => Promise<unknown>;
  flush(): Promise<void>;
  keys(): Promise<readonly string[]>;
  /** Seconds until a key expires. */
  ttl(key: string): Promise<number>;
  stop(): void;
}

/** Starts an installed Redis, or says why that is not possible. */
export function installedRedis():
  | { readonly missing: string; readonly start?: undefined }
  | { readonly missing?: undefined; start(): Promise<RedisServer> } {
  const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
  return isInstalled ? { start } : { missing: "no 'redis-server' on the PATH" };
}

/** Listens on a socket file in a temporary folder; uses no port and persists nothing. */
async function start(): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-redis-'));
  const file = path.join(folder, 'redis.sock');
  const options = ['--port', '0', '--unixsocket', file, '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = startProcess('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await whenReady(server);
  const client = new RedisClient(createConnection(file));
  return {
    execute: async ({ command, args }) => {
      if (command === 'connect') return {};
      const reply = await client.send([String(command), ...(args as string[])]);
      return reply instanceof Error ? { reply_error: reply.message } : { value: reply };
    },
    flush: async () => {
      await client.send(['FLUSHALL']);
    },
    keys: async () => (await client.send(['KEYS', '*'])) as readonly string[],
    ttl: async (key) => (await client.send(['TTL', key])) as number,
    stop: () => {
      client.end();
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.on('data', (part: Buffer) => {
      output += part.toString();
      if (/ready to accept connections/i.test(output)) resolve();
    });
    server.on('exit', () => reject(new Error(`redis-server exited: ${output}`)));
  });
}

class RedisClient {
  readonly #waiting: ((reply: Reply) => void)[] = [];
  readonly #reader = new RespReader((reply) => this.#waiting.shift()?.(reply));

  constructor(readonly socket: Socket) {
    socket.on('data', (part) => this.#reader.push(part as Buffer));
  }

  send(words: readonly string[]): Promise<Reply> {
    const parts = words.map((word) => `$${Buffer.byteLength(word, 'latin1')}\r\n${word}\r\n`);
    this.socket.write(`*${words.length}\r\n${parts.join('')}`, 'latin1');
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  end(): void {
    this.socket.end();
  }
}
