import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startProcess } from '../../support/processes';

const ROOT = path.join(__dirname, '..', '..', '..');

/** A part of the gateway that runs as a program of its own, as people and containers run it. */
export class Program {
  #text = '';

  /** Settles when it has ended. */
  readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    child.stdout?.on('data', (part) => {
      this.#text += part;
    });
    child.stderr?.on('data', (part) => {
      this.#text += part;
    });
  }

  /**
   * Starts one, and waits until it says where it answers or has ended.
   *
   * @param part `issuer`; `run` is all of them
   * @param args what stands behind it on the command line
   */
  static async start(
    part: string,
    env: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): Promise<Program> {
    const file = part === 'run' ? ['run.js'] : [part, 'main.js'];
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

  /** Waits until it has printed a text, or has ended. */
  async prints(text: string): Promise<void> {
    while (!this.#text.includes(text) && this.child.exitCode === null)
      await Promise.race([once(this.child.stdout as NonNullable<ChildProcess['stdout']>, 'data'), this.ended]);
  }

  /** Everything that it printed. */
  get text(): string {
    return this.#text;
  }

  /** Addresses where it answers. */
  get urls(): readonly string[] {
    return this.#text.match(/https?:\/\/[0-9.:]+/g) ?? [];
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  /** Tells it to end, and waits for that. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await this.ended;
    }
    return this.child.exitCode;
  }
}
