import { timeoutMs } from '../../../policies/target/units';
import { type Api, type Environment, originIn, upstreamIn, withDefaults } from '../../model';
import { address } from '../address';
import { type Attributes, type Entity, entity } from '../entity';
import { kongId } from '../identity';
import { common } from './common';

export interface GatewayServiceProps {
  readonly api: Api;
  readonly environment: Environment;
}

/**
 * The service of an API, which forwards calls to its upstream.
 *
 * @throws Error if the API has no upstream in the environment
 */
export function gatewayService({ api, environment }: GatewayServiceProps): Entity {
  return entity({
    type: 'kong-gateway_service',
    address: address(api.name),
    attributes: {
      id: kongId(environment.name, 'service', api.name),
      name: api.name,
      enabled: true,
      ...upstreamAttributes(api, environment.name),
      ...common(environment, { api: api.name }),
    },
    subject: { api: api.name },
    origins: [originIn('Api', api.name, ['upstreams', environment.name])],
  });
}

/**
 * The attributes of a service that describe its upstream in an environment.
 *
 * @throws Error if there is no upstream
 */
export function upstreamAttributes(api: Pick<Api, 'name' | 'upstreams'>, environment: string): Attributes {
  const upstream = upstreamIn(withDefaults('Api', api), environment);
  if (!upstream) {
    throw new Error(`api '${api.name}' has no upstream in environment '${environment}'; add upstreams.${environment}`);
  }
  const { url, timeouts, retries, verifyTls } = upstream;
  return {
    ...urlAttributes(url),
    connect_timeout: timeoutMs(timeouts.connect),
    read_timeout: timeoutMs(timeouts.read),
    write_timeout: timeoutMs(timeouts.write),
    retries,
    ...(url.startsWith('https:') && { tls_verify: verifyTls }),
  };
}

function urlAttributes(url: string): Attributes {
  const { hostname, pathname, port, protocol } = new URL(url);
  const isHttps = protocol === 'https:';
  // For Kong, '/' is the same as no path. Writing '/' makes the removal of a path a visible change.
  return {
    protocol: isHttps ? 'https' : 'http',
    host: hostname,
    port: Number(port || (isHttps ? 443 : 80)),
    path: pathname,
  };
}
