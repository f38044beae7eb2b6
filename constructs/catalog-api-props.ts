import type { CatalogApiProps } from '../core/desired';
import {
  type Api,
  type ApiPolicies,
  type Environment,
  isServedIn,
  policyKind,
  type Tier,
  upstreamIn,
} from '../core/model';
import { type GivenPolicy, type PolicyField, requirePolicies } from './require-policies';
import { type ExpectedDocuments, validate, validateAll } from './validate';

/**
 * The props of an API, its tiers in its own order.
 *
 * @throws Error when a document is not valid, the API names a policy, a tier or a successor that was not given, or the environment does
 * not serve it
 */
export function validateCatalogApi(props: CatalogApiProps): CatalogApiProps {
  const { api, environment, policies, successor, tiers } = props;
  validate(api, 'Api');
  requirePolicies(api, givenFor(api, policies));
  requireSuccessor(api, successor);
  const named = requireTiers(api, tiers);
  const policyDocuments = Object.entries(policies).map(
    ([field, policy]) => [policyKind(field as PolicyField), policy] as ExpectedDocuments,
  );
  validateAll([['Environment', environment], ['Tier', ...tiers], ...policyDocuments, ['Api', successor]]);
  requireServed(api, environment);
  return { ...props, tiers: named };
}

/** What was given for each policy that the API names, and what was given besides. */
function givenFor(api: Api, policies: ApiPolicies): readonly GivenPolicy[] {
  return [...new Set([...Object.keys(api.policies), ...Object.keys(policies)])].map((key) => {
    const field = key as PolicyField;
    return { field, prop: `policies.${field}`, policy: policies[field] };
  });
}

/** An API without an upstream in the environment is refused where its service is made. */
function requireServed(api: Api, environment: Environment): void {
  if (upstreamIn(api, environment.name) === undefined || isServedIn(api, environment)) return;
  const where = api.lifecycle === 'preview' ? 'not served in production' : 'served nowhere';
  throw new Error(
    `api '${api.name}' is not served in environment '${environment.name}': its lifecycle is '${api.lifecycle}', and such an api is ${where}; change its lifecycle, or leave it out of this stack`,
  );
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
