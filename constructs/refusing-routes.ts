import { route, service } from '@cdktf/provider-kong';
import { Construct } from 'constructs';
import { type Api, defaultOf, type Environment } from '../core/model';
import { type RefusedRoute, routeName } from '../core/model/routes';
import { refusalPlugins } from '../policies';
import { timeoutMs } from '../policies/target/units';
import { address } from './address';
import { GatewayPlugin } from './gateway-plugin';
import { GatewayStack } from './gateway-stack';
import { kongId } from './identity';
import { common, place } from './place';
import { Reference } from './reference';
import { routeBasics } from './route-basics';

export interface RefusingRoutesProps {
  readonly api: Api;
  readonly environment: Environment;
  /** One or more. */
  readonly routes: readonly RefusedRoute[];
}

/**
 * Routes of an API that refuse, for calls which a path parameter of another operation would take. They are on a service of their own
 * that has no upstream, with one plugin that answers 404. All routes of the API's operations wait for them, and go before them. The
 * route of an operation that is not exposed has the name and id that it would have otherwise: whether it is exposed changes at once.
 */
export class RefusingRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, environment, routes }: RefusingRoutesProps) {
    super(scope, id);
    const name = address(api.name, 'refused');
    refusingService(this, name, environment);
    const target = { scope: 'refused', api: api.name } as const;
    for (const settings of refusalPlugins({ environment })) {
      new GatewayPlugin(this, `plugin-${settings.plugin}`, { environment, plugin: { ...settings, target } });
    }
    for (const refused of routes) this.#route(api, environment, refused);
  }

  #route(api: Api, environment: Environment, refused: RefusedRoute): void {
    const { guards } = GatewayStack.of(this);
    const { name, address, identity } = namesOf(api, refused);
    const resource = new route.Route(this, `route-${address}`, {
      id: kongId(environment.name, 'route', `${api.name}/${identity}`),
      name,
      service: { id: Reference.to('kong-gateway_service', addressOf(api)).asString() },
      // A call in plain HTTP is answered 404 as well, not that it has to come by HTTPS.
      protocols: ['http', 'https'],
      methods: [...refused.methods],
      paths: [...refused.paths],
      regexPriority: refused.priority,
      responseBuffering: true,
      ...routeBasics(environment),
    });
    resource.dependsOn = guards.of(addressOf(api));
    place(resource, address);
    guards.add(api.name, `kong-gateway_route.${address}`);
  }
}

function addressOf(api: Api): string {
  return address(api.name, 'refused');
}

function namesOf(api: Api, { operation, words }: RefusedRoute) {
  if (!operation) {
    const name = address(api.name, 'refused', ...words);
    return { name, address: name, identity: ['refused', ...words].join('/') };
  }
  const { slug } = operation;
  return { name: routeName(api.name, operation), address: address(api.name, slug), identity: slug };
}

/** A service that has no upstream: the name is one that never leads anywhere (RFC 2606). */
function refusingService(scope: Construct, name: string, environment: Environment): void {
  const timeout = (which: string) => timeoutMs(defaultOf('Api', `upstreams.*.timeouts.${which}`));
  const resource = new service.Service(scope, 'service', {
    id: kongId(environment.name, 'service', name),
    name,
    enabled: true,
    protocol: 'http',
    host: 'refused.invalid',
    port: 80,
    path: '/',
    connectTimeout: timeout('connect'),
    readTimeout: timeout('read'),
    writeTimeout: timeout('write'),
    retries: 0,
    ...common(environment),
  });
  place(resource, name);
}
