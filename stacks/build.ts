import type { App } from 'cdktf';
import { markValid } from '../constructs/validate';
import {
  type CellOutline,
  documentFiles,
  type StackOptions,
  type StackSummary,
  selectCells,
  stackSummary,
} from '../core/desired';
import { entriesOf, KINDS } from '../core/model';
import { EnvironmentStack } from './environment-stack';
import { fillStack } from './fill-stack';

/** Selects the stacks of a catalog to build. */
export type BuildOptions = StackOptions;

/**
 * Creates a stack of constructs for each cell of a catalog, in the order in which they are applied: for each environment the global
 * stack, then the APIs by domain, then the partners by shard.
 *
 * @throws Error if an environment does not exist, or the list of environments is empty
 */
export function buildStacks(app: App, options: BuildOptions): readonly StackSummary[] {
  const { catalog } = options;
  for (const kind of KINDS) markValid(entriesOf(catalog, kind).values());
  const outlines = selectCells(options);
  const stacks = new Map<string, EnvironmentStack>();
  return outlines.map((outline, index) => {
    const stack = buildStack(app, outline, options);
    for (const dependency of outline.after) stack.addDependency(stacks.get(dependency) as EnvironmentStack);
    stacks.set(outline.name, stack);
    options.onProgress?.(index + 1, outlines.length, `stacks created: ${outline.name}`);
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
