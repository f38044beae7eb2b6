import { service } from '@cdktf/provider-kong';
import { Construct } from 'constructs';
import { type Api, defaultOf, type Environment, type Upstream, upstreamIn } from '../core/model';
import { timeoutMs } from '../policies/target/units';
import { address } from './address';
import { kongId } from './identity';
import { common, place } from './place';
import type { Reference } from './reference';

export interface GatewayServiceProps {
  readonly api: Api;
  readonly environment: Environment;
}

/** Kong's service of an API: the upstream to which its calls go. */
export class GatewayService extends Construct {
  /** Its id, for routes and plugins in the same stack. */
  readonly reference: Reference;

  /** @throws Error when the API has no upstream in the environment */
  constructor(scope: Construct, id: string, { api, environment }: GatewayServiceProps) {
    super(scope, id);
    const upstream = upstreamIn(api, environment.name);
    if (!upstream) {
      throw new Error(
        `api '${api.name}' has no upstream in environment '${environment.name}'; add upstreams.${environment.name}`,
      );
    }
    const resource = new service.Service(this, 'resource', {
      id: kongId(environment.name, 'service', api.name),
      name: api.name,
      enabled: true,
      ...target(upstream.url),
      ...timeouts(upstream),
      retries: upstream.retries ?? defaultOf<number>('Api', 'upstreams.*.retries'),
      ...tlsVerify(upstream),
      ...common(environment),
    });
    this.reference = place(resource, address(api.name));
  }
}

type Config = service.ServiceConfig;

function target(url: string): Required<Pick<Config, 'host' | 'path' | 'port' | 'protocol'>> {
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
function timeouts({
  timeouts = {},
}: Upstream): Required<Pick<Config, 'connectTimeout' | 'readTimeout' | 'writeTimeout'>> {
  return {
    connectTimeout: timeoutMs(timeouts.connect ?? defaultOf('Api', 'upstreams.*.timeouts.connect')),
    readTimeout: timeoutMs(timeouts.read ?? defaultOf('Api', 'upstreams.*.timeouts.read')),
    writeTimeout: timeoutMs(timeouts.write ?? defaultOf('Api', 'upstreams.*.timeouts.write')),
  };
}

function tlsVerify({ url, verifyTls }: Upstream): Pick<Config, 'tlsVerify'> {
  if (!url.startsWith('https:')) return {};
  return { tlsVerify: verifyTls ?? defaultOf<boolean>('Api', 'upstreams.*.verifyTls') };
}
