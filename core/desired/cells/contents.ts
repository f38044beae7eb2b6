import {
  type ApiEntry,
  type ApplicationDocument,
  type ApplicationEntry,
  type Catalog,
  type Environment,
  isServedIn,
  type PolicyKinds,
  partiesOf,
  policiesOf,
  policyOf,
  tiersOf,
  tiersOn,
} from '../../model';
import type { CatalogApiProps } from '../api/catalog-api';
import type { EnvironmentBasicsProps } from '../gateway/environment-basics';
import type { PartnerApplicationsProps } from '../partners/partner-applications';
import type { PartnerWithApplications } from './partners-by-shard';

/** The props of an environment's global entities, from the policies of the APIs that it serves. */
export function environmentProps(catalog: Catalog, environment: Environment): EnvironmentBasicsProps {
  const served = [...catalog.apis.values()].filter(({ value }) => isServedIn(value, environment));
  return { environment, mtls: policiesIn(catalog, served, 'mtls'), errors: policiesIn(catalog, served, 'errors') };
}

/** The policies of one kind that APIs use, without duplicates, sorted by name. */
function policiesIn<Key extends keyof PolicyKinds>(
  catalog: Catalog,
  apis: readonly ApiEntry[],
  key: Key,
): readonly PolicyKinds[Key][] {
  const named = apis.map(({ value }) => policyOf(catalog, value, key)).filter((policy) => policy !== undefined);
  return [...new Set(named)].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ value }) => value);
}

/** The props of the APIs that the environment serves, with the documents that they refer to: tiers as they apply on the day. */
export function apiProps(
  catalog: Catalog,
  environment: Environment,
  asOf: string,
  apis: readonly ApiEntry[],
): readonly CatalogApiProps[] {
  const tiers = tiersOn(catalog, asOf);
  return apis
    .filter(({ value }) => isServedIn(value, environment))
    .map(({ value: api, definition }) => ({
      api,
      definition,
      environment,
      tiers: tiersOf({ tiers }, api),
      policies: policiesOf(catalog, api),
      successor: catalog.apis.get(api.deprecation?.successor ?? '')?.value,
    }));
}

/** The props of a partner, with the documents on which the access of its applications depends. */
export function partnerProps(
  catalog: Catalog,
  environment: Environment,
  asOf: string,
  { partner, applications }: PartnerWithApplications,
): PartnerApplicationsProps {
  const subscriptions = applications.flatMap(({ value }) => value.subscriptions ?? []);
  const parties = applications.map((application) => partiesOf(catalog.partners, application));
  const bought = parties.filter(({ resellers }) => resellers.length > 0);
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
      tiersOn(catalog, asOf),
      subscriptions.map(({ tier }) => tier),
    ),
    partners: [...new Set(parties.flatMap(({ owner, resellers }) => [owner, ...resellers]))]
      .map(({ value }) => value)
      .filter((one) => one !== partner),
    contractTemplates: pick(
      catalog.contractTemplates,
      bought.map(({ owner }) => owner.value.contract.template),
    ),
  };
}

/** Whether an application is a separate document, as opposed to part of its partner's document. */
function isDocument(application: ApplicationEntry['value']): application is ApplicationDocument {
  return 'kind' in application;
}

function pick<T>(entries: ReadonlyMap<string, { readonly value: T }>, names: readonly string[]): readonly T[] {
  return [...new Set(names)].flatMap((name) => entries.get(name)?.value ?? []);
}
