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
 * Kong's service of an API: the upstream to which its calls go.
 *
 * @throws Error when the API has no upstream in the environment
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
 * How a service reaches its upstream in an environment.
 *
 * @throws Error when there is none
 */
export function upstreamAttributes(api: Pick<Api, 'name' | 'upstreams'>, environment: string): Attributes {
  const upstream = upstreamIn(withDefaults('Api', api), environment);
  if (!upstream) {
    throw new Error(`api '${api.name}' has no upstream in environment '${environment}'; add upstreams.${environment}`);
  }
  const { url, timeouts, retries, verifyTls } = upstream;
  return {
    ...target(url),
    connect_timeout: timeoutMs(timeouts.connect),
    read_timeout: timeoutMs(timeouts.read),
    write_timeout: timeoutMs(timeouts.write),
    retries,
    ...(url.startsWith('https:') && { tls_verify: verifyTls }),
  };
}

function target(url: string): Attributes {
  const { hostname, pathname, port, protocol } = new URL(url);
  const isHttps = protocol === 'https:';
  // Kong takes '/' and no path for the same; '/' can be written, so that going back from a path is a change.
  return {
    protocol: isHttps ? 'https' : 'http',
    host: hostname,
    port: Number(port || (isHttps ? 443 : 80)),
    path: pathname,
  };
}
