import { refusalPlugins } from '../../../policies';
import { type Api, type Environment, type Origin, originIn } from '../../model';
import { type RefusedRoute, routeName } from '../../model/routes';
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
  /** One or more. */
  readonly routes: readonly RefusedRoute[];
}

/**
 * Routes of an API that refuse, for calls which a path parameter of another operation would take. They are on a service of their own
 * that has no upstream, with one plugin that answers 404. All routes of the API's operations wait for them, and go before them. The
 * route of an operation that is not exposed has the name and id that it would have otherwise: whether it is exposed changes at once.
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

function refusingRoute(api: Api, environment: Environment, refused: RefusedRoute): Entity {
  const names = namesOf(api, refused);
  return entity({
    type: 'kong-gateway_route',
    address: names.address,
    attributes: {
      id: kongId(environment.name, 'route', `${api.name}/${names.identity}`),
      name: names.name,
      service: { id: Reference.to('kong-gateway_service', serviceAddress(api)) },
      // A call in plain HTTP is answered 404 as well, and not that it has to come by HTTPS.
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

function namesOf(api: Api, { operation, words }: RefusedRoute) {
  if (!operation) {
    const name = address(api.name, 'refused', ...words);
    return { name, address: name, identity: ['refused', ...words].join('/') };
  }
  const { slug } = operation;
  return { name: routeName(api.name, operation), address: address(api.name, slug), identity: slug };
}

/** An upstream whose name never leads anywhere (RFC 2606). */
const NOWHERE = { url: 'http://refused.invalid' };

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
      ...upstreamAttributes({ name, upstreams: { [environment.name]: NOWHERE } }, environment.name),
      ...common(environment, { api: api.name }),
    },
    subject: { api: api.name },
    origins: originsOf(api),
  });
}
