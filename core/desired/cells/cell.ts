import type { Catalog, Environment } from '../../model';
import { catalogApi } from '../api/catalog-api';
import { partnerTier } from '../api/partner-tier';
import type { Entity } from '../entity';
import { environmentBasics } from '../gateway/environment-basics';
import { sortByDependency } from '../order';
import { partnerApplications } from '../partners/partner-applications';
import { type CellContents, type CellKind, type CellOutline, cellOutlines } from './outline';

/** The entities of one stack, which has one state. */
export interface Cell extends Pick<CellOutline, 'name' | 'environment' | 'kind' | 'after'> {
  readonly kind: CellKind;
  /** Sorted so that each entity follows its dependencies. */
  readonly entities: readonly Entity[];
}

/**
 * The desired state of an environment on a date: its cells in the order in which they are applied.
 *
 * @param catalog a catalog without check errors
 * @param asOf 'YYYY-MM-DD' in UTC
 */
export function cellsOf(catalog: Catalog, environment: Environment, asOf: string): readonly Cell[] {
  return cellOutlines(catalog, environment, asOf).map(fillCell);
}

/** Creates the entities of a cell. */
export function fillCell({ contents, ...cell }: CellOutline): Cell {
  return { ...cell, entities: sortByDependency(entitiesOf(contents())) };
}

function entitiesOf(contents: CellContents): readonly Entity[] {
  switch (contents.kind) {
    case 'global':
      return environmentBasics(contents.basics);
    case 'domain':
      return contents.apis.flatMap((api) => [
        ...catalogApi(api),
        ...api.tiers.flatMap((tier) => partnerTier({ ...api, tier })),
      ]);
    case 'partners':
      return contents.partners.flatMap(partnerApplications);
  }
}
