import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from '../program';

/** Finds the engine on PATH: Terraform, or else OpenTofu. */
export function findEngine(path: string | undefined): string | undefined {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  return ['terraform', 'tofu']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

/** The changes of a plan: actions by address; unchanged resources are omitted. */
export type Changes = ReadonlyMap<string, readonly string[]>;

/** A command of the engine that failed. */
export class EngineFailed extends Error {}

/** Runs the engine in the folders of stacks. */
export class Terraform {
  constructor(
    private readonly binary: string,
    /** The variables of every stack: URL and token of the Admin API. */
    private readonly variables: { readonly kong_admin_url: string; readonly kong_admin_token: string },
  ) {}

  /** @throws EngineFailed, for example if the provider is not available */
  async init(folder: string): Promise<void> {
    if (existsSync(join(folder, '.terraform', 'providers'))) return;
    await this.#run(folder, 'init', '-input=false', '-no-color');
  }

  /** Plans, and saves the plan in the folder. */
  async plan(folder: string, ...options: readonly string[]): Promise<Changes> {
    await this.#run(folder, 'plan', '-input=false', '-no-color', '-out=plan.bin', ...options);
    const { resource_changes: changes = [] } = JSON.parse(await this.showPlan(folder)) as Plan;
    return new Map(
      changes
        .filter(({ change }) => change.actions.some((action) => action !== 'no-op'))
        .map(({ address, change }) => [address, change.actions]),
    );
  }

  /** The saved plan as JSON. */
  showPlan(folder: string): Promise<string> {
    return this.#run(folder, 'show', '-json', 'plan.bin');
  }

  /** Applies the saved plan. */
  async apply(folder: string): Promise<void> {
    await this.#run(folder, 'apply', '-input=false', '-no-color', 'plan.bin');
  }

  async #run(folder: string, ...args: readonly string[]): Promise<string> {
    const { kong_admin_url, kong_admin_token } = this.variables;
    const { status, out, err } = await runProgram(this.binary, args, {
      cwd: folder,
      env: {
        ...process.env,
        TF_IN_AUTOMATION: '1',
        CHECKPOINT_DISABLE: '1',
        TF_VAR_kong_admin_url: kong_admin_url,
        TF_VAR_kong_admin_token: kong_admin_token,
      },
    });
    if (status !== 0) throw new EngineFailed(`${args[0]} exited with ${status} in ${folder}:\n${(err || out).trim()}`);
    return out;
  }
}

interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}
