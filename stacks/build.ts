import type { App } from 'cdktf';
import { trust } from '../constructs/validate';
import {
  type CellOutline,
  cellOutlines,
  chosenEnvironments,
  documentFiles,
  type StackSummary,
  stackSummary,
} from '../core/desired';
import { type Catalog, entriesOf, KINDS, type OnProgress } from '../core/model';
import { EnvironmentStack } from './environment-stack';
import { fillStack } from './fill-stack';

export interface BuildOptions {
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
   * @default nothing is called
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Makes a stack of constructs for each cell of a catalog, in the order in which they are applied: of each environment what is global,
 * then the APIs by domain, then the partners by shard.
 *
 * @throws Error when an environment does not exist
 */
export function buildStacks(app: App, options: BuildOptions): readonly StackSummary[] {
  const { catalog } = options;
  for (const kind of KINDS) trust(entriesOf(catalog, kind).values());
  const outlines = chosenEnvironments(catalog, options.environments).flatMap((environment) =>
    cellOutlines(catalog, environment, options.asOf),
  );
  const stacks = new Map<string, EnvironmentStack>();
  return outlines.map((outline, index) => {
    const stack = buildStack(app, outline, options);
    for (const earlier of outline.after) stack.addDependency(stacks.get(earlier) as EnvironmentStack);
    stacks.set(outline.name, stack);
    options.onProgress?.(index + 1, outlines.length, `stacks made: ${outline.name}`);
    return stackSummary(outline, stack.claims.size);
  });
}

function buildStack(
  app: App,
  { name, environment, contents }: CellOutline,
  { catalog, stateFolder }: BuildOptions,
): EnvironmentStack {
  const fileOf = documentFiles(catalog);
  const stack = new EnvironmentStack(app, name, { environment, stateFolder, fileOf });
  stack.fillFromCatalog(() => fillStack(stack, contents()));
  return stack;
}
