import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../program';
import type { Changes, Terraform } from './terraform';

/** The command line as people run it. */
const CLI = join(__dirname, '..', '..', '..', 'cli', 'gatewright.js');

/** What `cdktf.out/manifest.json` says of a stack. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

/** What applying the stacks changed. */
export interface Applied {
  /** Changes by stack; stacks in which there were none are left out. */
  readonly changes: ReadonlyMap<string, Changes>;
  /** How many stacks were planned. */
  readonly planned: number;
}

/** The stacks of one environment of a catalog, from documents to the gateway. */
export class Stacks {
  readonly #applied = new Map<string, string>();

  /**
   * @param folder folder of the run, with `catalog` in it
   */
  constructor(
    private readonly folder: string,
    private readonly environment: string,
    private readonly terraform: Terraform,
  ) {}

  /**
   * Checks the catalog and writes its stacks with the product's command line; what it prints.
   *
   * @throws Error with what it printed, when it ends with another status than 0
   */
  async synth(): Promise<string> {
    const { status, output } = await this.command('synth', '--environment', this.environment);
    if (status !== 0) throw new Error(`gatewright synth ended with ${status}:\n${output}`.trim());
    return output;
  }

  /** Runs the product's command line on the catalog of the run. */
  async command(...args: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
    const whole = [CLI, ...args, '--catalog', 'catalog'];
    const { status, out, err } = await runProgram(process.execPath, whole, { cwd: this.folder });
    return { status, output: status === 0 ? out : `${err}${out}` };
  }

  /** Folders of the stacks, in groups that can be applied at once; each group after the one before. */
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

  /** Plans and applies every stack whose file differs from what was applied last. */
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

  /** What applying everything once more would change; nothing, as it should be. */
  async plan(): Promise<ReadonlyMap<string, Changes>> {
    const changes = new Map<string, Changes>();
    await inPairs(this.groups().flat(), async (name) => {
      const found = await this.#plan(name);
      if (found.size > 0) changes.set(name, found);
    });
    return changes;
  }

  /** Takes everything away again, in the opposite order; how many resources. */
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

  /** The states, and what they were made from. */
  writtenFiles(): readonly string[] {
    const names = this.groups().flat();
    return [
      ...names.map((name) => join(this.folder, '.gatewright', 'state', `${name}.tfstate`)),
      ...names.map((name) => join(this.#folderOf(name), 'cdk.tf.json')),
    ].filter((file) => existsSync(file));
  }

  /** The last plan of every stack, as Terraform shows it. */
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

/** Does things two at a time: a gateway and a laptop can take that. */
async function inPairs<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all([work(), work()]);
}
