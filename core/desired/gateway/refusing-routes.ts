import { refusalPlugins } from '../../../policies';
import { type Api, type Environment, type Origin, originIn } from '../../model';
import { type RefusingRoute, routeName } from '../../model/routes';
import { address } from '../address';
import { type Entity, entity } from '../entity';
import { kongId } from '../identity';
import { Reference } from '../reference';
import { common } from './common';
import { gatewayPlugin } from './plugin';
import { routeBasics } from './route-basics';
import { upstreamAttributes } from './service';

export interface RefusingRoutesProps {
  readonly api: Api;
  readonly environment: Environment;
  /** At least one. */
  readonly routes: readonly RefusingRoute[];
}

/**
 * Routes of an API that answer 404 to calls that a path parameter of another operation would otherwise take. They belong to a separate
 * service without an upstream, with one plugin that answers the calls. All routes of the API's operations depend on them. The route of
 * an operation that is not exposed has the name and id that it would have if exposed, so that exposing it is an update in place.
 */
export function refusingRoutes({ api, environment, routes }: RefusingRoutesProps): readonly Entity[] {
  const placement = { scope: 'refused', api: api.name } as const;
  const origins = originsOf(api);
  return [
    refusingService(api, environment),
    ...refusalPlugins({ environment }).map((settings) =>
      gatewayPlugin({ environment, plugin: { ...settings, placement }, origins }),
    ),
    ...routes.map((refused) => refusingRoute(api, environment, refused)),
  ];
}

function refusingRoute(api: Api, environment: Environment, refused: RefusingRoute): Entity {
  const names = namesOf(api, refused);
  return entity({
    type: 'kong-gateway_route',
    address: names.address,
    attributes: {
      id: kongId(environment.name, 'route', `${api.name}/${names.identity}`),
      name: names.name,
      service: { id: Reference.to('kong-gateway_service', serviceAddress(api)) },
      // Plain HTTP is also answered with 404, not with a redirect to HTTPS.
      protocols: ['http', 'https'],
      methods: refused.methods,
      paths: refused.paths,
      regex_priority: refused.priority,
      response_buffering: true,
      ...routeBasics(environment, api.name),
    },
    guards: api.name,
    guardedBy: serviceAddress(api),
    subject: { api: api.name, ...(refused.operation && { operation: refused.operation.id }) },
    origins: originsOf(api),
  });
}

function originsOf(api: Api): readonly Origin[] {
  return [originIn('Api', api.name, ['openapi'])];
}

function serviceAddress(api: Api): string {
  return address(api.name, 'refused');
}

function namesOf(api: Api, { operation, addressSegments }: RefusingRoute) {
  if (!operation) {
    const name = address(api.name, 'refused', ...addressSegments);
    return { name, address: name, identity: ['refused', ...addressSegments].join('/') };
  }
  const { slug } = operation;
  return { name: routeName(api.name, operation), address: address(api.name, slug), identity: slug };
}

/** An upstream with a host name that never resolves (RFC 2606). */
const UNRESOLVABLE = { url: 'http://refused.invalid' };

/** A service that has no upstream. */
function refusingService(api: Api, environment: Environment): Entity {
  const name = serviceAddress(api);
  return entity({
    type: 'kong-gateway_service',
    address: name,
    attributes: {
      id: kongId(environment.name, 'service', name),
      name,
      enabled: true,
      ...upstreamAttributes({ name, upstreams: { [environment.name]: UNRESOLVABLE } }, environment.name),
      ...common(environment, { api: api.name }),
    },
    subject: { api: api.name },
    origins: originsOf(api),
  });
}
