import { type Environment, type JsonObject, withDefaults } from '../../core/model';
import { rejectLimitations } from '../target/limitation';
import { timeoutMs } from '../target/units';
import { isAddress, redisLimitations } from './limitations';

export type Counters = Environment['counters'];

/**
 * Stands for the name in a certificate where there is no TLS, so that nobody looks at it: the attribute is always written
 * (docs/adr/0010-written-attributes.md), and Kong takes no address for it.
 */
const NO_NAME = 'unused.invalid';

/** A Redis server with every default filled in. Secrets are vault references. */
export interface RedisServer {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly tls: boolean;
  /** The name that its certificate has to have. */
  readonly serverName: string;
  readonly timeoutMs: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/**
 * The Redis server of an environment's counters; undefined where they are local.
 * @throws Error when Kong does not take its address, or the name in its certificate
 */
export function redisServer(environment: Pick<Environment, 'name' | 'counters'>): RedisServer | undefined {
  const { counters } = withDefaults('Environment', environment);
  if (counters.store !== 'redis') return undefined;
  rejectLimitations(redisLimitations(environment));
  return {
    host: counters.host,
    port: counters.port,
    database: counters.database,
    tls: counters.tls,
    serverName: counters.serverName ?? (isAddress(counters.host) ? NO_NAME : counters.host),
    timeoutMs: timeoutMs(counters.timeout),
    username: counters.username,
    password: counters.password,
  };
}

/** A Redis server in the fields that Kong's own plugins have for one, but for who asks and how long. */
export function redisFields({ host, port, database, tls, serverName }: RedisServer): JsonObject {
  return { host, port, database, ssl: tls, ssl_verify: tls, server_name: serverName };
}

/** The attributes of Kong's own plugins for a Redis server, but for how long they wait. */
export function redisAttributes(redis: RedisServer): JsonObject {
  const fields = {
    ...redisFields(redis),
    // Redis' own name for whoever gives none; without a password nothing is sent.
    username: redis.username ?? 'default',
    password: redis.password ?? '',
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`redis.${name}`, value]));
}
