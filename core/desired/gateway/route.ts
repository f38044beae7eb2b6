import { type Api, type Environment, type Operation, operationSlug, originIn, withDefaults } from '../../model';
import { routeName, routePattern, routePriority } from '../../model/routes';
import { isRoutableMethod } from '../../model/routes/routable';
import { address } from '../address';
import { type Entity, entity } from '../entity';
import { kongId } from '../identity';
import { Reference } from '../reference';
import { routeBasics } from './route-basics';

/** An operation, with the words that name its route. */
export interface NamedOperation extends Operation {
  /** @default the words of its id */
  readonly slug?: string;
}

export interface GatewayRouteProps {
  readonly api: Api;
  /** The operation that it lets through, and no other. */
  readonly operation: NamedOperation;
  readonly environment: Environment;
  /**
   * Operations whose routes are there first, since it would take their calls by a path parameter.
   * @default none
   */
  readonly after?: readonly NamedOperation[] | undefined;
}

/**
 * Kong's route of one operation of an API. It is made after everything that guards the API's service, and goes before it.
 *
 * @throws Error when the API's document does not expose the operation, or Kong does not take its method
 */
export function gatewayRoute({ api, operation, environment, after = [] }: GatewayRouteProps): Entity {
  requireOpen(api, operation);
  const slug = slugOf(operation);
  return entity({
    type: 'kong-gateway_route',
    address: address(api.name, slug),
    attributes: {
      id: kongId(environment.name, 'route', `${api.name}/${slug}`),
      // Plugins know the operation by this name.
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

function requireOpen(api: Api, operation: Operation): void {
  const name = `operation '${operation.id}' of api '${api.name}'`;
  if (settingsOf(api, operation)?.exposed === false)
    throw new Error(
      `${name} is not exposed, and gets no route; leave it out, or remove 'exposed: false' from its routes`,
    );
  if (!isRoutableMethod(operation.method))
    throw new Error(`${name} has the method '${operation.method}'; methods are upper-case letters, such as GET`);
}

function slugOf({ id, slug }: NamedOperation): string {
  return slug ?? operationSlug(id);
}

function isStreaming(api: Api, operation: Operation): boolean {
  return settingsOf(api, operation)?.streaming ?? false;
}

function settingsOf({ routes }: Api, operation: Operation) {
  return routes?.find((settings) => settings.operation === operation.id);
}
