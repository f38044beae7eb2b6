import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../processes';
import { textInZip } from '../zip';
import { engine } from './binary';
import { type Attributes, addressOf, evaluable, type StackJson } from './rewrite';

/** The actions of a plan by `<stack>/<type>.<name>`; unchanged resources have no entry. */
export type Changes = Readonly<Record<string, readonly Action[]>>;
export type Action = 'create' | 'update' | 'delete' | 'read' | 'no-op';

/** One action of an apply. */
export interface Step {
  readonly address: string;
  readonly action: Action;
}

type Stacks = Readonly<Record<string, StackJson>>;

/** The value of the token variable. */
export const ADMIN_TOKEN = 'canary-admin-token-4f1d';
const VARIABLES = ['-var', 'kong_admin_url=http://127.0.0.1:1', '-var', `kong_admin_token=${ADMIN_TOKEN}`];

/** A folder in which the real engine plans and applies stacks to a local state, without a provider. */
export class Workspace {
  #folder: string | undefined;

  /** Created at first use, so that skipped tests leave nothing behind. */
  get folder(): string {
    if (this.#folder === undefined) {
      this.#folder = mkdtempSync(join(tmpdir(), 'gatewright-terraform-'));
      writeFileSync(join(this.#folder, 'cli.tfrc'), '');
    }
    return this.#folder;
  }

  /** The changes that applying the stacks would make. */
  plan(stacks: Stacks): Changes {
    this.#write(stacks);
    this.#run('plan', '-out=plan.bin', '-input=false', '-refresh=false', ...VARIABLES);
    return changesOf(this.plannedJson());
  }

  /** Plans and applies; returns the actions in the order in which they completed. */
  apply(stacks: Stacks): readonly Step[] {
    this.plan(stacks);
    const log = this.#run('apply', '-json', '-input=false', ...EPHEMERAL, 'plan.bin');
    return log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
      .filter(({ type }) => type === 'apply_complete')
      .map(({ hook }) => ({ address: addressOf(hook.resource.resource_name), action: hook.action }));
  }

  /**
   * The evaluated attributes of all resources in the stacks, by `<stack>/<type>.<name>`. It only plans, because an apply writes the
   * whole state after each resource.
   */
  evaluated(stacks: Stacks): ReadonlyMap<string, Attributes> {
    this.plan(stacks);
    return inputsOf(this.plannedJson().planned_values);
  }

  /** The evaluated attributes of all resources in the state, by `<stack>/<type>.<name>`. */
  values(): ReadonlyMap<string, Attributes> {
    return inputsOf(JSON.parse(this.#run('show', '-json')).values);
  }

  /** The saved plan as `terraform show -json` prints it. */
  plannedJson(): PlannedJson {
    return JSON.parse(this.#run('show', '-json', 'plan.bin'));
  }

  /** The saved plan and the state, as text. */
  kept(): string {
    const plan = textInZip(readFileSync(join(this.folder, 'plan.bin')));
    return `${plan}\n${readFileSync(join(this.folder, 'terraform.tfstate'), 'utf8')}`;
  }

  remove(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  #isReady = false;

  #write(stacks: Stacks): void {
    writeFileSync(join(this.folder, 'main.tf.json'), JSON.stringify(evaluable(stacks)));
    if (this.#isReady) return;
    this.#run('init', '-input=false');
    this.#isReady = true;
  }

  #run(...[command = '', ...args]: readonly string[]): string {
    if (!engine) throw new Error('no engine on PATH');
    const isShow = command === 'show';
    const { status, stdout, stderr } = runProcess(engine, [command, ...(isShow ? [] : ['-no-color']), ...args], {
      cwd: this.folder,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TF_CLI_CONFIG_FILE: join(this.folder, 'cli.tfrc'),
        TF_IN_AUTOMATION: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
    if (status !== 0)
      throw new Error(`${engine} ${command} exited with ${status}:\n${stderr}\n${stdout.slice(0, 10_000)}`);
    return stdout;
  }
}

/** A saved plan does not contain ephemeral variables, so apply needs their values again. */
const EPHEMERAL = ['-var', `kong_admin_token=${ADMIN_TOKEN}`];

interface PlannedJson {
  readonly planned_values?: Values;
  readonly resource_changes?: readonly {
    readonly name: string;
    readonly change: { readonly actions: readonly Action[] };
  }[];
}

function changesOf({ resource_changes = [] }: PlannedJson): Changes {
  return Object.fromEntries(
    resource_changes
      .filter(({ change }) => change.actions[0] !== 'no-op')
      .map(({ name, change }) => [addressOf(name), change.actions]),
  );
}

interface Values {
  readonly root_module?: {
    readonly resources?: readonly { readonly name: string; readonly values: { input: Attributes } }[];
  };
}

function inputsOf(values: Values | undefined): ReadonlyMap<string, Attributes> {
  return new Map((values?.root_module?.resources ?? []).map(({ name, values: { input } }) => [addressOf(name), input]));
}
