import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../program';
import type { Changes, Terraform } from './terraform';

/** The command line of the product. */
const CLI = join(__dirname, '..', '..', '..', 'cli', 'gatewright.js');

/** The stacks in `cdktf.out/manifest.json`. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/** The result of applying the stacks. */
export interface Applied {
  /** Changes by stack; stacks without changes are omitted. */
  readonly changes: ReadonlyMap<string, Changes>;
  /** Number of planned stacks. */
  readonly planned: number;
}

/** The stacks of one environment of a catalog, from documents to the gateway. */
export class Stacks {
  readonly #applied = new Map<string, string>();

  /**
   * @param folder folder of the run, which contains `catalog`
   */
  constructor(
    private readonly folder: string,
    private readonly environment: string,
    private readonly terraform: Terraform,
  ) {}

  /**
   * Checks the catalog and writes its stacks with the product's command line; returns the output.
   *
   * @param asOf the as-of date; default: today
   * @throws Error with the output if the command fails
   */
  async synth(asOf?: string): Promise<string> {
    const day = asOf === undefined ? [] : ['--as-of', asOf];
    const { status, output } = await this.command('synth', '--environment', this.environment, ...day);
    if (status !== 0) throw new Error(`gatewright synth exited with ${status}:\n${output}`.trim());
    return output;
  }

  /** Runs the product's command line on the catalog of the run. */
  async command(...args: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
    const whole = [CLI, ...args, '--catalog', 'catalog'];
    const { status, out, err } = await runProgram(process.execPath, whole, { cwd: this.folder });
    return { status, output: status === 0 ? out : `${err}${out}` };
  }

  /** Names of the stacks, in groups: a group depends only on earlier ones. */
  groups(): readonly (readonly string[])[] {
    const { stacks } = JSON.parse(readFileSync(join(this.folder, 'cdktf.out', 'manifest.json'), 'utf8')) as Manifest;
    const names = Object.keys(stacks).filter((name) => name.startsWith(`${this.environment}_`));
    const depth = (name: string): number =>
      1 + Math.max(-1, ...(stacks[name]?.dependencies ?? []).filter((other) => names.includes(other)).map(depth));
    const groups: string[][] = [];
    for (const name of names) {
      const level = depth(name);
      groups[level] = [...(groups[level] ?? []), name];
    }
    return groups.filter((group) => group !== undefined);
  }

  /** Plans and applies every stack whose file has changed since it was last applied. */
  async apply(): Promise<Applied> {
    const changes = new Map<string, Changes>();
    let planned = 0;
    for (const group of this.groups()) {
      await inPairs(group, async (name) => {
        const text = readFileSync(join(this.#folderOf(name), 'cdk.tf.json'), 'utf8');
        if (this.#applied.get(name) === text) return;
        const found = await this.#plan(name);
        planned += 1;
        if (found.size > 0) {
          await this.terraform.apply(this.#folderOf(name));
          changes.set(name, found);
        }
        this.#applied.set(name, text);
      });
    }
    return { changes, planned };
  }

  /** Plans all stacks; returns their changes, normally none. */
  async plan(): Promise<ReadonlyMap<string, Changes>> {
    const changes = new Map<string, Changes>();
    await inPairs(this.groups().flat(), async (name) => {
      const found = await this.#plan(name);
      if (found.size > 0) changes.set(name, found);
    });
    return changes;
  }

  /** Destroys all stacks in reverse order; returns the number of resources. */
  async destroy(): Promise<number> {
    let count = 0;
    for (const group of [...this.groups()].reverse()) {
      await inPairs(group, async (name) => {
        const { size } = await this.#plan(name, '-destroy');
        count += size;
        await this.terraform.apply(this.#folderOf(name));
        this.#applied.delete(name);
      });
    }
    return count;
  }

  /** The state and the configuration of every stack. */
  writtenFiles(): readonly string[] {
    const names = this.groups().flat();
    return [
      ...names.map((name) => join(this.folder, '.gatewright', 'state', `${name}.tfstate`)),
      ...names.map((name) => join(this.#folderOf(name), 'cdk.tf.json')),
    ].filter((file) => existsSync(file));
  }

  /** The last plan of every stack, as JSON. */
  async plans(): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const name of this.groups().flat()) texts.push(await this.terraform.showPlan(this.#folderOf(name)));
    return texts;
  }

  #folderOf(name: string): string {
    return join(this.folder, 'cdktf.out', 'stacks', name);
  }

  async #plan(name: string, ...options: readonly string[]): Promise<Changes> {
    await this.terraform.init(this.#folderOf(name));
    return this.terraform.plan(this.#folderOf(name), ...options);
  }
}

/** Processes items two at a time, which does not overload a gateway or a laptop. */
async function inPairs<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all([work(), work()]);
}
