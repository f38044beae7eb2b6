import type { ApiEntry, Catalog, Environment } from '../../model';
import { groupBy } from '../../model/base/group-by';
import { requireValidAsOf } from '../../model/units';
import type { CatalogApiProps } from '../api/catalog-api';
import type { EnvironmentBasicsProps } from '../gateway/environment-basics';
import type { PartnerApplicationsProps } from '../partners/partner-applications';
import { apiProps, environmentProps, partnerProps } from './contents';
import { partnersByShard } from './partners-by-shard';

/** The contents of a cell, as props of the functions and constructs that create its entities. */
export type CellContents =
  | { readonly kind: 'global'; readonly basics: EnvironmentBasicsProps }
  | { readonly kind: 'domain'; readonly apis: readonly CatalogApiProps[] }
  | { readonly kind: 'partners'; readonly partners: readonly PartnerApplicationsProps[] };

/** The kind of a cell's contents. */
export type CellKind = CellContents['kind'];

/** A cell of an environment before its entities are created. */
export interface CellOutline {
  /** `sandbox_apis_identity` */
  readonly name: string;
  readonly environment: Environment;
  readonly kind: CellKind;
  /** Names of the cells that are applied before it. */
  readonly after: readonly string[];
  /** Computed on demand. */
  contents(): CellContents;
}

/**
 * The cells of an environment, in the order in which they are applied: global entities, then the APIs by domain, then the partners by
 * shard. A domain without served APIs and a shard without partners have an empty cell, so that applying it removes its previous
 * entities.
 *
 * @param asOf 'YYYY-MM-DD' in UTC
 * @throws Error if `asOf` is not a date
 */
export function cellOutlines(catalog: Catalog, environment: Environment, asOf: string): readonly CellOutline[] {
  requireValidAsOf(asOf);
  const cell = (suffix: string, kind: CellKind, after: readonly CellOutline[], contents: () => CellContents) => ({
    name: `${environment.name}_${suffix}`,
    environment,
    kind,
    after: after.map(({ name }) => name),
    contents,
  });
  const global = cell('global', 'global', [], () => ({
    kind: 'global',
    basics: environmentProps(catalog, environment),
  }));
  const domains = [...apisByDomain(catalog)].map(([domain, apis]) =>
    cell(`apis_${domain}`, 'domain', [global], () => ({
      kind: 'domain',
      apis: apiProps(catalog, environment, asOf, apis),
    })),
  );
  const shards = partnersByShard(catalog, environment.partners.shards).map((partners, shard) =>
    cell(`partners_${shard}`, 'partners', [global, ...domains], () => ({
      kind: 'partners',
      partners: partners.map((partner) => partnerProps(catalog, environment, asOf, partner)),
    })),
  );
  return [global, ...domains, ...shards];
}

/** The APIs of a catalog by domain, both sorted by name. */
function apisByDomain(catalog: Catalog): ReadonlyMap<string, readonly ApiEntry[]> {
  const byDomain = groupBy(catalog.apis.values(), ({ value }) => value.domain);
  return new Map([...byDomain].sort(([a], [b]) => (a < b ? -1 : 1)));
}
