import { type Environment, withDefaults } from '../../core/model';
import type { Limitation } from '../target/limitation';

/**
 * What Kong does not take as the address of a Redis server, or as the name in its certificate. Paths are those of the
 * environment.
 */
export function redisLimitations(environment: Pick<Environment, 'name' | 'counters'>): readonly Limitation[] {
  const { name, counters } = withDefaults('Environment', environment);
  if (counters.store !== 'redis') return [];
  const { host, serverName, tls } = counters;
  const found = (field: string, message: string, hint: string): readonly Limitation[] => [
    { code: 'redis-address', severity: 'error', path: ['counters', field], message, hint },
  ];
  if (isAddress(host) && !OCTETS.test(host)) {
    return found(
      'host',
      `environment '${name}' counts in Redis at '${host}', which is neither a name nor an IPv4 address`,
      "write a name, or an address like '10.0.0.5'",
    );
  }
  if (serverName !== undefined && isAddress(serverName)) {
    return found(
      'serverName',
      `environment '${name}' expects '${serverName}' in the certificate of its Redis; Kong compares names only, no addresses`,
      "write the name in the certificate, such as 'redis.internal'",
    );
  }
  if (tls && serverName === undefined && isAddress(host)) {
    return found(
      'host',
      `environment '${name}' counts in Redis at '${host}' with TLS, and Kong compares the certificate with names only, not with an address`,
      "write the host's name, or add `serverName: <the name in its certificate>`",
    );
  }
  return [];
}

/** Whether Kong takes a host for an IPv4 address: whatever has digits and dots alone. */
export function isAddress(host: string): boolean {
  return /^[0-9.]+$/.test(host);
}

const OCTETS = /^(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}$/;
