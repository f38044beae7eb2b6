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
 * Validates the props of an API, and sorts its tiers in the API's order.
 *
 * @throws Error if a document is not valid, a policy, tier or successor that the API names is missing, or the environment does not serve
 *   the API
 */
export function validateCatalogApi(props: CatalogApiProps): CatalogApiProps {
  const { api, environment, policies, successor, tiers } = props;
  validate(api, 'Api');
  requirePolicies(api, givenFor(api, policies));
  requireSuccessor(api, successor);
  const apiTiers = requireTiers(api, tiers);
  const policyDocuments = Object.entries(policies).map(
    ([field, policy]) => [policyKind(field as PolicyField), policy] as ExpectedDocuments,
  );
  validateAll([['Environment', environment], ['Tier', ...tiers], ...policyDocuments, ['Api', successor]]);
  requireServed(api, environment);
  return { ...props, tiers: apiTiers };
}

/** The given policy for each policy that the API names, and any other given policies. */
function givenFor(api: Api, policies: ApiPolicies): readonly GivenPolicy[] {
  return [...new Set([...Object.keys(api.policies), ...Object.keys(policies)])].map((key) => {
    const field = key as PolicyField;
    return { field, prop: `policies.${field}`, policy: policies[field] };
  });
}

/** Rejects an API whose lifecycle excludes the environment. A missing upstream is reported by the service. */
function requireServed(api: Api, environment: Environment): void {
  if (upstreamIn(api, environment.name) === undefined || isServedIn(api, environment)) return;
  const where = api.lifecycle === 'preview' ? 'not served in production' : 'served nowhere';
  throw new Error(
    `api '${api.name}' is not served in environment '${environment.name}': an api with lifecycle '${api.lifecycle}' is ${where}; change its lifecycle, or remove it from this stack`,
  );
}

/** The tiers of an API, in the API's order. */
function requireTiers(api: Api, given: readonly Tier[]): readonly Tier[] {
  return api.tiers.map((name) => {
    const tier = given.find((each) => each.name === name);
    if (tier) return tier;
    throw new Error(`api '${api.name}' is offered at tier '${name}', which is missing in tiers; add it`);
  });
}

function requireSuccessor({ name, deprecation }: Api, successor: Api | undefined): void {
  if (deprecation?.successor === successor?.name) return;
  throw new Error(
    deprecation?.successor
      ? `api '${name}' names '${deprecation.successor}' as its successor; pass that api as successor`
      : `api '${name}' does not name a successor; remove the successor prop`,
  );
}
