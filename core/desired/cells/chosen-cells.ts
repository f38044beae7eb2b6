import type { Catalog, Environment, OnProgress } from '../../model';
import { type CellOutline, cellOutlines } from './outline';

/** Which stacks of a catalog are made, and how. */
export interface StackOptions {
  /** A catalog in which the check found no error. */
  readonly catalog: Catalog;
  /** The day for which it is read, 'YYYY-MM-DD' in UTC. */
  readonly asOf: string;
  /**
   * Names of the environments whose stacks are made.
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
 * @throws Error when an environment does not exist
 */
export function chosenCells({
  catalog,
  asOf,
  environments,
}: Pick<StackOptions, 'catalog' | 'asOf' | 'environments'>): readonly CellOutline[] {
  return chosenEnvironments(catalog, environments).flatMap((environment) => cellOutlines(catalog, environment, asOf));
}

/**
 * Environments of a catalog by name.
 *
 * @param names undefined for all
 * @throws Error when one does not exist
 */
function chosenEnvironments(catalog: Catalog, names: readonly string[] | undefined): readonly Environment[] {
  if (names === undefined) return [...catalog.environments.values()].map(({ value }) => value);
  return names.map((name) => {
    const entry = catalog.environments.get(name);
    if (entry) return entry.value;
    const known = [...catalog.environments.keys()].join(', ');
    throw new Error(`environment '${name}' does not exist; environments are: ${known || 'none'}`);
  });
}
