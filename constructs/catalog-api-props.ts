import type { CatalogApiProps } from '../core/desired';
import type { Api, ApiPolicies, Tier } from '../core/model';
import { validate } from './validate';

/**
 * The props of an API, its tiers in its own order.
 *
 * @throws Error when a document is not valid, or the API names a policy, a tier or a successor that was not given
 */
export function validateCatalogApi(props: CatalogApiProps): CatalogApiProps {
  const { api, environment, policies, successor, tiers } = props;
  validate(api);
  requirePolicies(api, policies);
  requireSuccessor(api, successor);
  const named = requireTiers(api, tiers);
  for (const document of [environment, ...tiers, ...Object.values(policies), successor])
    if (document) validate(document);
  return { ...props, tiers: named };
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
