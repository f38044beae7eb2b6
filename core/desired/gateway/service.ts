import { timeoutMs } from '../../../policies/target/units';
import { type Api, defaultOf, type Environment, type Upstream, upstreamIn } from '../../model';
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
  const upstream = upstreamIn(api, environment.name);
  if (!upstream) {
    throw new Error(
      `api '${api.name}' has no upstream in environment '${environment.name}'; add upstreams.${environment.name}`,
    );
  }
  return entity({
    type: 'kong-gateway_service',
    address: address(api.name),
    attributes: {
      id: kongId(environment.name, 'service', api.name),
      name: api.name,
      enabled: true,
      ...target(upstream.url),
      ...timeouts(upstream),
      retries: upstream.retries ?? defaultOf<number>('Api', 'upstreams.*.retries'),
      ...tlsVerify(upstream),
      ...common(environment, { api: api.name }),
    },
    subject: { api: api.name },
    origins: [{ document: `Api/${api.name}`, path: ['upstreams', environment.name] }],
  });
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

/** In milliseconds. */
function timeouts({ timeouts = {} }: Upstream): Attributes {
  return {
    connect_timeout: timeoutMs(timeouts.connect ?? defaultOf('Api', 'upstreams.*.timeouts.connect')),
    read_timeout: timeoutMs(timeouts.read ?? defaultOf('Api', 'upstreams.*.timeouts.read')),
    write_timeout: timeoutMs(timeouts.write ?? defaultOf('Api', 'upstreams.*.timeouts.write')),
  };
}

function tlsVerify({ url, verifyTls }: Upstream): Attributes {
  if (!url.startsWith('https:')) return {};
  return { tls_verify: verifyTls ?? defaultOf<boolean>('Api', 'upstreams.*.verifyTls') };
}
