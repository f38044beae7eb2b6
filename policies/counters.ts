import { defaultOf } from '../model/defaults';
import type { Environment } from '../model/kinds';
import { timeoutMs } from './units';

export type Counters = Environment['counters'];
export type RedisCounters = Extract<Counters, { readonly store: 'redis' }>;

/** A Redis server with every default filled in. Secrets are vault references. */
export interface RedisServer {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly tls: boolean;
  readonly timeoutMs: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** The Redis server of an environment's counters; undefined where they are local. */
export function redisServer(counters: Counters): RedisServer | undefined {
  if (counters.store !== 'redis') return undefined;
  const fallback = <T>(field: string) => defaultOf<T>('Environment', `counters.${field}`);
  return {
    host: counters.host,
    port: counters.port ?? fallback<number>('port'),
    database: counters.database ?? fallback<number>('database'),
    tls: counters.tls ?? fallback<boolean>('tls'),
    timeoutMs: timeoutMs(counters.timeout ?? fallback<string>('timeout')),
    username: counters.username,
    password: counters.password,
  };
}
