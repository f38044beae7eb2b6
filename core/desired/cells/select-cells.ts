import type { Catalog, Environment, OnProgress } from '../../model';
import { type CellOutline, cellOutlines } from './outline';

/** Which stacks of a catalog are made, and how. */
export interface StackOptions {
  /** A catalog in which the check found no error. */
  readonly catalog: Catalog;
  /** The day for which it is read, 'YYYY-MM-DD' in UTC. */
  readonly asOf: string;
  /**
   * Names of the environments whose stacks are made, at least one; a name that is given twice counts once.
   * @default all
   */
  readonly environments?: readonly string[] | undefined;
  /**
   * Folder for local state, relative to the folder of a stack.
   * @default beside the output folder: STATE_FOLDER, and with synthesizeTo the one of its output folder, see stateFolderOf
   */
  readonly stateFolder?: string | undefined;
  /**
   * Called when a stack is made: how many are, of how many, and which.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * The cells whose stacks are made, in the order in which they are applied.
 *
 * @throws Error when an environment does not exist, or the list of environments is empty
 */
export function selectCells({
  catalog,
  asOf,
  environments,
}: Pick<StackOptions, 'catalog' | 'asOf' | 'environments'>): readonly CellOutline[] {
  return selectEnvironments(catalog, environments).flatMap((environment) => cellOutlines(catalog, environment, asOf));
}

/**
 * Environments of a catalog by name.
 *
 * @param names undefined for all
 * @throws Error when one does not exist, or there are no names
 */
function selectEnvironments(catalog: Catalog, names: readonly string[] | undefined): readonly Environment[] {
  if (names === undefined) return [...catalog.environments.values()].map(({ value }) => value);
  const known = [...catalog.environments.keys()].join(', ') || 'none';
  if (names.length === 0)
    throw new Error(`'environments' is an empty list; leave it out for all environments, or name some of: ${known}`);
  return [...new Set(names)].map((name) => {
    const entry = catalog.environments.get(name);
    if (entry) return entry.value;
    throw new Error(`environment '${name}' does not exist; environments are: ${known}`);
  });
}
