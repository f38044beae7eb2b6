import type { App } from 'cdktf';
import { trust } from '../constructs';
import type { Catalog, Entry, Environment, OnProgress } from '../core/model';
import { EnvironmentStack } from './environment-stack';
import { apisByDomain, fillDomain } from './fill-domain';
import { fillGlobal } from './fill-global';
import { fillPartners, partnersByShard } from './fill-partners';

/** What kind of thing a stack holds. */
export type StackKind = 'global' | 'domain' | 'partners';

/** A stack that was made. */
export interface StackSummary {
  /** `sandbox_partners_3`. */
  readonly name: string;
  readonly environment: string;
  readonly kind: StackKind;
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
  const domains = apisByDomain(catalog).size;
  const total = asked.reduce((sum, { value }) => sum + 1 + domains + value.partners.shards, 0);
  let done = 0;
  const told = (name: string) => options.onProgress?.(++done, total, `stacks made: ${name}`);
  return asked.flatMap((environment) => buildEnvironment(app, environment, options, told));
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

/** Makes one stack after others and fills it. */
type Make = (
  kind: StackKind,
  words: readonly string[],
  after: readonly EnvironmentStack[],
  fill: (stack: EnvironmentStack) => void,
) => EnvironmentStack;

function buildEnvironment(
  app: App,
  environment: Entry<Environment>,
  options: BuildOptions,
  told: (stack: string) => void,
): readonly StackSummary[] {
  const { catalog, asOf, stateFolder } = options;
  const made: StackSummary[] = [];
  const make: Make = (kind, words, after, fill) => {
    const name = [environment.name, ...words].join('_');
    const stack = new EnvironmentStack(app, name, { environment: environment.value, asOf, stateFolder });
    for (const earlier of after) stack.addDependency(earlier);
    stack.fillFromCatalog(() => fill(stack));
    made.push({ name, environment: environment.name, kind, resources: stack.claims.size, directory: `stacks/${name}` });
    told(name);
    return stack;
  };
  const global = make('global', ['global'], [], (stack) => fillGlobal(stack, catalog, environment));
  const domains = [...apisByDomain(catalog)].map(([domain, apis]) =>
    make('domain', ['apis', domain], [global], (stack) => fillDomain(stack, catalog, apis)),
  );
  for (const [shard, partners] of partnersByShard(catalog, environment.value.partners.shards).entries()) {
    const fill = (stack: EnvironmentStack) => fillPartners(stack, catalog, partners);
    make('partners', ['partners', String(shard)], [global, ...domains], fill);
  }
  return made;
}
