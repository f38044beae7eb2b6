import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', '..');

/** A part of the gateway that runs as a program of its own, as people and containers run it. */
export class Program {
  #text = '';

  private constructor(private readonly child: ChildProcess) {
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
   * @param part `issuer`
   */
  static async start(part: string, env: Readonly<Record<string, string>>): Promise<Program> {
    const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'gateway', part, 'main.js')], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = new Program(child);
    const ended = once(child, 'close');
    const ready = new Promise<void>((resolve) => {
      child.stdout?.on('data', () => {
        if (program.#text.includes('\n')) resolve();
      });
    });
    await Promise.race([ended, ready]);
    return program;
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
      const ended = once(this.child, 'close');
      this.child.kill('SIGTERM');
      await ended;
    }
    return this.child.exitCode;
  }
}
