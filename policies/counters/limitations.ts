import { type Environment, type Path, withDefaults } from '../../core/model';
import type { Limitation } from '../target/limitation';

/** What Kong does not accept as the address of a Redis server, or as the name in its certificate. */
export function redisLimitations(environment: Pick<Environment, 'name' | 'counters'>): readonly Limitation[] {
  const { name, counters } = withDefaults('Environment', environment);
  if (counters.store !== 'redis') return [];
  const { host, serverName, tls } = counters;
  const limitation = (code: Limitation['code'], path: Path): readonly Limitation[] => [
    { code, document: `Environment '${name}'`, environment: name, path },
  ];
  if (isAddress(host) && !OCTETS.test(host)) return limitation('invalid-redis-host', ['counters', 'host']);
  if (serverName !== undefined && isAddress(serverName))
    return limitation('redis-certificate-name', ['counters', 'serverName']);
  if (tls && serverName === undefined && isAddress(host))
    return limitation('redis-certificate-name', ['counters', 'host']);
  return [];
}

/** Whether Kong parses a host as an IPv4 address, which it does if it has only digits and dots. */
export function isAddress(host: string): boolean {
  return /^[0-9.]+$/.test(host);
}

const OCTETS = /^(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}$/;
