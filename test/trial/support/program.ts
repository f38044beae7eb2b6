import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startProcess } from '../../support/processes';

const ROOT = path.join(__dirname, '..', '..', '..');

/** A component that runs as a program, as on the command line and in containers. */
export class Program {
  #text = '';

  /** Settles when the program has exited. */
  readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    child.stdout?.on('data', (chunk) => {
      this.#text += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      this.#text += chunk;
    });
  }

  /**
   * Starts a component, and waits until it has printed a line or has exited.
   *
   * @param component `issuer`; `run` for all of them
   * @param args command-line arguments
   */
  static async start(
    component: string,
    env: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): Promise<Program> {
    const file = component === 'run' ? ['run.js'] : [component, 'main.js'];
    const child = startProcess(process.execPath, [path.join(ROOT, 'dist', 'trial', ...file), ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = new Program(child);
    const ready = new Promise<void>((resolve) => {
      child.stdout?.on('data', () => {
        if (program.#text.includes('\n')) resolve();
      });
    });
    await Promise.race([program.ended, ready]);
    return program;
  }

  /** Waits until it has printed a text, or has exited. */
  async prints(text: string): Promise<void> {
    while (!this.#text.includes(text) && this.child.exitCode === null)
      await Promise.race([once(this.child.stdout as NonNullable<ChildProcess['stdout']>, 'data'), this.ended]);
  }

  /** Everything that it has printed. */
  get text(): string {
    return this.#text;
  }

  /** The URLs that it has printed. */
  get urls(): readonly string[] {
    return this.#text.match(/https?:\/\/[0-9.:]+/g) ?? [];
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  /** Stops it, and waits until it has exited. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await this.ended;
    }
    return this.child.exitCode;
  }
}
