import type { Catalog, Environment, OnProgress } from '../../model';
import { type CellOutline, cellOutlines } from './outline';

/** Selects the stacks of a catalog to create. */
export interface StackOptions {
  /** A catalog without check errors. */
  readonly catalog: Catalog;
  /** The as-of date, 'YYYY-MM-DD' in UTC. */
  readonly asOf: string;
  /**
   * Names of the environments to create stacks for, at least one; duplicates are ignored.
   * @default all environments
   */
  readonly environments?: readonly string[] | undefined;
  /**
   * Folder of local state, relative to the folder of a stack.
   * @default STATE_FOLDER; in synthesizeTo, the state folder of the output folder (see stateFolderOf)
   */
  readonly stateFolder?: string | undefined;
  /**
   * Called after each stack with the number of stacks done, the total, and the name of the stack.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Selects the cells of the given environments, in the order in which they are applied.
 *
 * @throws Error if an environment does not exist, or the list of environments is empty
 */
export function selectCells({
  catalog,
  asOf,
  environments,
}: Pick<StackOptions, 'catalog' | 'asOf' | 'environments'>): readonly CellOutline[] {
  return selectEnvironments(catalog, environments).flatMap((environment) => cellOutlines(catalog, environment, asOf));
}

/**
 * Selects environments of a catalog by name.
 *
 * @param names undefined for all
 * @throws Error if one does not exist, or the list is empty
 */
function selectEnvironments(catalog: Catalog, names: readonly string[] | undefined): readonly Environment[] {
  if (names === undefined) return [...catalog.environments.values()].map(({ value }) => value);
  const known = [...catalog.environments.keys()].join(', ') || 'none';
  if (names.length === 0)
    throw new Error(`'environments' is an empty list; omit it for all environments, or list some of: ${known}`);
  return [...new Set(names)].map((name) => {
    const entry = catalog.environments.get(name);
    if (entry) return entry.value;
    throw new Error(`environment '${name}' does not exist; environments are: ${known}`);
  });
}
