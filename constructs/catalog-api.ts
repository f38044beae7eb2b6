import { Construct } from 'constructs';
import {
  type Api,
  type ApiPolicies,
  type Environment,
  exposedOperations,
  type OpenApiDefinition,
  type Tier,
} from '../core/model';
import { refusalsOf } from '../core/model/routes';
import { servicePlugins } from '../policies';
import { apiEntryOf, validate } from './documents';
import { GatewayPlugin } from './gateway-plugin';
import { GatewayRoute } from './gateway-route';
import { GatewayService } from './gateway-service';
import { idOf } from './id-of';
import { RefusingRoutes } from './refusing-routes';

export interface CatalogApiProps {
  readonly api: Api;
  /** What the API's OpenAPI file says: the operations that get a route. */
  readonly definition: OpenApiDefinition;
  readonly environment: Environment;
  /** The tiers that `api.tiers` names, in any order. */
  readonly tiers: readonly Tier[];
  /** The policies that `api.policies` names. */
  readonly policies: ApiPolicies;
  /**
   * The API that takes its place, where `api.deprecation` names one.
   * @default none: a deprecation that names one is refused
   */
  readonly successor?: Api | undefined;
}

/**
 * An API on the gateway of an environment: the service, a route for each operation that partners reach, and the plugins that
 * its policies come to. Nothing in it depends on partners, but on Enterprise the tiers' groups stand beside it
 * ({@link PartnerTier}).
 */
export class CatalogApi extends Construct {
  /** @throws Error when a document is not valid, or the API names a policy or tier that was not given */
  constructor(scope: Construct, id: string, props: CatalogApiProps) {
    super(scope, id);
    const { api, definition, environment, policies, successor, tiers } = props;
    const entry = apiEntryOf(api, definition);
    requirePolicies(api, policies);
    requireSuccessor(api, successor);
    const served = { api: entry, environment, tiers: requireTiers(api, tiers), policies, successor };
    for (const document of [environment, ...tiers, ...Object.values(policies), successor])
      if (document) validate(document);
    const { reference: service } = new GatewayService(this, 'service', { api, environment });
    for (const plugin of servicePlugins({ ...served, idOf: idOf(environment) })) {
      new GatewayPlugin(this, `plugin-${plugin.plugin}`, { environment, plugin });
    }
    const { routes, after } = refusalsOf(entry);
    if (routes.length > 0) new RefusingRoutes(this, 'refused', { api, environment, routes });
    for (const operation of exposedOperations(entry)) {
      const { id: name, slug } = operation;
      new GatewayRoute(this, `route-${slug}`, { api, operation, environment, service, after: after.get(name) });
    }
  }
}

function requirePolicies(api: Api, policies: ApiPolicies): void {
  const named: Readonly<Record<string, string | undefined>> = api.policies;
  for (const key of new Set([...Object.keys(named), ...Object.keys(policies)])) {
    const given = policies[key as keyof ApiPolicies]?.name;
    if (named[key] === given) continue;
    const wants = named[key] === undefined ? `no ${key} policy` : `${key} policy '${named[key]}'`;
    const got = given === undefined ? 'none was given' : `'${given}' was given`;
    throw new Error(`api '${api.name}' names ${wants}, and ${got}; change policies.${key} to what the api names`);
  }
}

/** The tiers that an API names, in its order. */
function requireTiers(api: Api, given: readonly Tier[]): readonly Tier[] {
  return api.tiers.map((name) => {
    const tier = given.find((each) => each.name === name);
    if (tier) return tier;
    throw new Error(`api '${api.name}' is offered at tier '${name}', which was not given; add it to tiers`);
  });
}

function requireSuccessor({ name, deprecation }: Api, successor: Api | undefined): void {
  if (deprecation?.successor === successor?.name) return;
  throw new Error(
    `api '${name}' names ${deprecation?.successor ? `'${deprecation.successor}'` : 'no api'} as its successor; give that as successor`,
  );
}
