import { type Api, type Environment, type Operation, operationSlug, originIn, withDefaults } from '../../model';
import { routeName, routePattern, routePriority } from '../../model/routes';
import { isRoutableMethod } from '../../model/routes/routable';
import { address } from '../address';
import { type Entity, entity } from '../entity';
import { kongId } from '../identity';
import { Reference } from '../reference';
import { routeBasics } from './route-basics';

/** An operation, with the slug that names its route. */
export interface NamedOperation extends Operation {
  /** @default the slug of its id */
  readonly slug?: string;
}

export interface GatewayRouteProps {
  readonly api: Api;
  /** The operation that the route matches. */
  readonly operation: NamedOperation;
  readonly environment: Environment;
  /**
   * Operations whose routes must be created first, because a path parameter of this route would otherwise match their calls.
   * @default none
   */
  readonly after?: readonly NamedOperation[] | undefined;
}

/**
 * The route of one operation of an API. It depends on everything that guards the API's service.
 *
 * @throws Error if the API's document does not expose the operation, or Kong does not support its method
 */
export function gatewayRoute({ api, operation, environment, after = [] }: GatewayRouteProps): Entity {
  requireRoutable(api, operation);
  const slug = slugOf(operation);
  return entity({
    type: 'kong-gateway_route',
    address: address(api.name, slug),
    attributes: {
      id: kongId(environment.name, 'route', `${api.name}/${slug}`),
      // Plugins identify the operation by this name.
      name: routeName(api.name, { slug }),
      service: { id: Reference.to('kong-gateway_service', address(api.name)) },
      protocols: withDefaults('Environment', environment).protocols.toSorted(),
      methods: [operation.method],
      paths: [routePattern(api.basePath, operation.path, api.upstreamPaths)],
      regex_priority: routePriority(operation.path),
      response_buffering: !isStreaming(api, operation),
      ...routeBasics(environment, api.name),
    },
    after: after.map((other) => `kong-gateway_route.${address(api.name, slugOf(other))}`),
    guardedBy: address(api.name),
    subject: { api: api.name, operation: operation.id },
    origins: [originIn('Api', api.name, ['openapi'])],
  });
}

function requireRoutable(api: Api, operation: Operation): void {
  const name = `operation '${operation.id}' of api '${api.name}'`;
  if (routeOptions(api, operation)?.exposed === false)
    throw new Error(`${name} is not exposed; omit its route, or remove 'exposed: false' from the api's routes`);
  if (!isRoutableMethod(operation.method))
    throw new Error(`${name} has the method '${operation.method}'; methods are upper-case letters, such as GET`);
}

function slugOf({ id, slug }: NamedOperation): string {
  return slug ?? operationSlug(id);
}

function isStreaming(api: Api, operation: Operation): boolean {
  return routeOptions(api, operation)?.streaming ?? false;
}

function routeOptions({ routes }: Api, operation: Operation) {
  return routes?.find((route) => route.operation === operation.id);
}
