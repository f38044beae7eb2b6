import type { App } from 'cdktf';
import { trust } from '../constructs';
import { type CellKind, cellOutlines, documentFiles } from '../core/desired';
import type { Catalog, Entry, Environment, OnProgress } from '../core/model';
import { EnvironmentStack } from './environment-stack';
import { fillStack } from './fill-stack';

/** A stack that was made. */
export interface StackSummary {
  /** `sandbox_partners_3`. */
  readonly name: string;
  readonly environment: string;
  readonly kind: CellKind;
  /** How many resources it holds. */
  readonly resources: number;
  /** Its folder, from the output folder, with forward slashes. */
  readonly directory: string;
}

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
   * @default nobody is told
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Makes the stacks of a catalog, in the order in which they are applied: of each environment what is global, then the APIs by
 * domain, then the partners by shard.
 *
 * @throws Error when an environment does not exist
 */
export function buildStacks(app: App, options: BuildOptions): readonly StackSummary[] {
  const { catalog } = options;
  const { apis, applications, environments, partners, policies, tiers } = catalog;
  for (const entries of [apis, applications, environments, partners, tiers, ...Object.values(policies)]) {
    trust(entries.values());
  }
  const asked = chosen(catalog, options.environments);
  const domains = new Set([...apis.values()].map(({ value }) => value.domain)).size;
  const total = asked.reduce((sum, { value }) => sum + 1 + domains + value.partners.shards, 0);
  let done = 0;
  const onStack = (name: string) => options.onProgress?.(++done, total, `stacks made: ${name}`);
  return asked.flatMap((environment) => buildEnvironment(app, environment, options, onStack));
}

function chosen(catalog: Catalog, names: readonly string[] | undefined): readonly Entry<Environment>[] {
  if (names === undefined) return [...catalog.environments.values()];
  return names.map((name) => {
    const entry = catalog.environments.get(name);
    if (entry) return entry;
    const known = [...catalog.environments.keys()].join(', ');
    throw new Error(`environment '${name}' does not exist; environments are: ${known || 'none'}`);
  });
}

function buildEnvironment(
  app: App,
  { value: environment }: Entry<Environment>,
  { catalog, asOf, stateFolder }: BuildOptions,
  onStack: (stack: string) => void,
): readonly StackSummary[] {
  const stacks = new Map<string, EnvironmentStack>();
  const fileOf = documentFiles(catalog);
  return cellOutlines(catalog, environment, asOf).map(({ name, kind, after, contents }) => {
    const stack = new EnvironmentStack(app, name, { environment, asOf, stateFolder, fileOf });
    for (const earlier of after) stack.addDependency(stacks.get(earlier) as EnvironmentStack);
    stacks.set(name, stack);
    stack.fillFromCatalog(() => fillStack(stack, contents()));
    onStack(name);
    const resources = stack.claims.size;
    return { name, environment: environment.name, kind, resources, directory: `stacks/${name}` };
  });
}
