import {
  type ApiEntry,
  type ApplicationDocument,
  type ApplicationEntry,
  type Catalog,
  type Environment,
  isServedIn,
  type PolicyKinds,
  policiesOf,
  policyOf,
  tiersOf,
} from '../../model';
import type { CatalogApiProps } from '../api/catalog-api';
import type { EnvironmentBasicsProps } from '../gateway/environment-basics';
import type { PartnerApplicationsProps } from '../partners/partner-applications';
import type { PartnerWithApplications } from './partners-by-shard';

/** What an environment has once, from the policies of the APIs that it serves. */
export function environmentProps(catalog: Catalog, environment: Environment): EnvironmentBasicsProps {
  const served = [...catalog.apis.values()].filter(({ value }) => isServedIn(value, environment));
  return { environment, mtls: used(catalog, served, 'mtls'), errors: used(catalog, served, 'errors') };
}

/** The policies of one kind that APIs name, each once, in the order of their names. */
function used<Key extends keyof PolicyKinds>(
  catalog: Catalog,
  apis: readonly ApiEntry[],
  key: Key,
): readonly PolicyKinds[Key][] {
  const named = apis.map(({ value }) => policyOf(catalog, value, key)).filter((policy) => policy !== undefined);
  return [...new Set(named)].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ value }) => value);
}

/** Those of some APIs that the environment serves, with what their documents name. */
export function apiProps(
  catalog: Catalog,
  environment: Environment,
  apis: readonly ApiEntry[],
): readonly CatalogApiProps[] {
  return apis
    .filter(({ value }) => isServedIn(value, environment))
    .map(({ value: api, definition }) => ({
      api,
      definition,
      environment,
      tiers: tiersOf(catalog, api),
      policies: policiesOf(catalog, api),
      successor: catalog.apis.get(api.deprecation?.successor ?? '')?.value,
    }));
}

/** A partner with the APIs and tiers that its applications name. */
export function partnerProps(
  catalog: Catalog,
  environment: Environment,
  asOf: string,
  { partner, applications }: PartnerWithApplications,
): PartnerApplicationsProps {
  const subscriptions = applications.flatMap(({ value }) => value.subscriptions ?? []);
  return {
    environment,
    asOf,
    partner,
    applications: applications.map(({ value }) => value).filter(isDocument),
    apis: pick(
      catalog.apis,
      subscriptions.map(({ api }) => api),
    ),
    tiers: pick(
      catalog.tiers,
      subscriptions.map(({ tier }) => tier),
    ),
  };
}

/** Applications with a document of their own name their partner; those inside their partner need not. */
function isDocument(application: ApplicationEntry['value']): application is ApplicationDocument {
  return 'kind' in application;
}

function pick<T>(entries: ReadonlyMap<string, { readonly value: T }>, names: readonly string[]): readonly T[] {
  return [...new Set(names)].flatMap((name) => entries.get(name)?.value ?? []);
}
