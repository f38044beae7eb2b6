import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../processes';
import { engine } from './binary';
import type { StackJson } from './rewrite';

/** Validates and plans stacks with the real provider, without a gateway. */
export class RealProvider {
  readonly #folder = mkdtempSync(join(tmpdir(), 'gatewright-provider-'));
  #first: string | undefined;

  /** Why the provider is missing; undefined if it is available. */
  readonly missing: string | undefined;

  /** @param stack any stack; its provider is installed from a local mirror or the registry */
  constructor(stack: StackJson) {
    if (!engine) {
      this.missing = 'neither terraform nor tofu is on PATH';
      this.remove();
      return;
    }
    const folder = this.#write('first', stack);
    const { status, output } = this.#run(folder, 'init', '-input=false');
    if (status === 0) this.#first = folder;
    else {
      this.missing = `init cannot install the provider: ${/Error: (.*)/.exec(output)?.[1] ?? output.slice(0, 200)}`;
      // If every test is skipped, nothing is cleaned up later.
      this.remove();
    }
  }

  /** The output of `terraform validate` for a stack; empty if it is valid. */
  validate(name: string, stack: StackJson): string {
    const { status, output } = this.#run(this.#ready(name, stack), 'validate');
    return status === 0 ? '' : output;
  }

  /** Plans a stack on an empty gateway; returns the number of resources to create, or the error. */
  plan(name: string, stack: StackJson): number | string {
    const { status, output } = this.#run(
      this.#ready(name, stack),
      'plan',
      '-input=false',
      '-lock=false',
      '-var=kong_admin_url=http://127.0.0.1:1',
    );
    if (status !== 0) return output;
    if (output.includes('No changes.')) return 0;
    return Number(/Plan: (\d+) to add, 0 to change, 0 to destroy/.exec(output)?.[1] ?? Number.NaN);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A folder with the stack, initialized with the provider of the first stack. */
  #ready(name: string, stack: StackJson): string {
    const folder = this.#write(name, stack);
    if (this.#first) copyFileSync(join(this.#first, LOCK), join(folder, LOCK));
    return folder;
  }

  #write(name: string, stack: StackJson): string {
    const folder = join(this.#folder, name);
    if (!existsSync(folder)) mkdirSync(folder);
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(stack));
    // Use a local backend instead of the one of the stack.
    writeFileSync(join(folder, 'backend_override.tf.json'), JSON.stringify({ terraform: { backend: { local: {} } } }));
    writeFileSync(join(this.#folder, 'cli.tfrc'), '');
    return folder;
  }

  #run(cwd: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string } {
    const { status, stdout, stderr } = runProcess(engine ?? '', [...args, '-no-color'], {
      cwd,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TF_CLI_CONFIG_FILE: join(this.#folder, 'cli.tfrc'),
        TF_DATA_DIR: join(this.#folder, '.terraform'),
        TF_IN_AUTOMATION: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
    return { status, output: `${stdout}\n${stderr}` };
  }
}

const LOCK = '.terraform.lock.hcl';
