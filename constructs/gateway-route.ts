import { route } from '@cdktf/provider-kong';
import { Construct } from 'constructs';
import { type Api, defaultOf, type Environment, type Operation, operationSlug } from '../core/model';
import { routeName, routePattern, routePriority } from '../core/model/routes';
import { address } from './address';
import { GatewayStack } from './gateway-stack';
import { kongId } from './identity';
import { place } from './place';
import type { Reference } from './reference';
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
  /** Id of the API's service in the same stack. */
  readonly service: Reference;
  /**
   * Operations whose routes are there first, since it would take their calls by a path parameter.
   * @default none
   */
  readonly after?: readonly NamedOperation[] | undefined;
}

/** Kong's route of one operation of an API. It is made after all plugins of the API in its stack, and goes before them. */
export class GatewayRoute extends Construct {
  /** Its id, for plugins in the same stack. */
  readonly reference: Reference;

  constructor(scope: Construct, id: string, { api, operation, environment, service, after = [] }: GatewayRouteProps) {
    super(scope, id);
    const slug = slugOf(operation);
    const name = address(api.name, slug);
    const resource = new route.Route(this, 'resource', {
      id: kongId(environment.name, 'route', `${api.name}/${slug}`),
      // Plugins know the operation by this name.
      name: routeName(api.name, { slug }),
      service: { id: service.asString() },
      protocols: protocolsOf(environment),
      methods: [operation.method],
      paths: [routePattern(api.basePath, operation.path, api.upstreamPaths)],
      regexPriority: routePriority(operation.path),
      responseBuffering: !isStreaming(api, operation),
      ...routeBasics(environment),
    });
    const earlier = after.map((other) => `kong-gateway_route.${address(api.name, slugOf(other))}`);
    resource.dependsOn = GatewayStack.of(this).guards.of(api.name, earlier);
    this.reference = place(resource, name);
  }
}

function slugOf({ id, slug }: NamedOperation): string {
  return slug ?? operationSlug(id);
}

function protocolsOf({ protocols }: Environment): string[] {
  return [...(protocols ?? defaultOf<readonly string[]>('Environment', 'protocols'))].sort();
}

function isStreaming({ routes }: Api, operation: Operation): boolean {
  return routes?.find((settings) => settings.operation === operation.id)?.streaming ?? false;
}
