import { type Environment, type JsonObject, withDefaults } from '../../core/model';
import { rejectLimitations } from '../target/limitation';
import { timeoutMs } from '../target/units';
import { isAddress, redisLimitations } from './limitations';

export type Counters = Environment['counters'];

/**
 * A placeholder for the name in the certificate if there is no TLS: the attribute is always written
 * (docs/adr/0010-written-attributes.md), and Kong does not accept an IP address for it.
 */
const NO_NAME = 'unused.invalid';

/** A Redis server with defaults filled in. Secrets are vault references. */
export interface RedisServer {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly tls: boolean;
  /** The name required in its certificate. */
  readonly serverName: string;
  readonly timeoutMs: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/**
 * The Redis server of an environment's counters; undefined if the counters are local.
 * @throws Error if Kong does not accept its address or the name in its certificate
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

/** The settings of a Redis server without credentials and timeouts, by their names in Kong's plugins. */
export function redisFields({ host, port, database, tls, serverName }: RedisServer): JsonObject {
  return { host, port, database, ssl: tls, ssl_verify: tls, server_name: serverName };
}

/** The attributes of Kong's plugins for a Redis server, without timeouts. */
export function redisAttributes(redis: RedisServer): JsonObject {
  const fields = {
    ...redisFields(redis),
    // Redis' default user. Without a password Kong sends no credentials.
    username: redis.username ?? 'default',
    password: redis.password ?? '',
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`redis.${name}`, value]));
}
