import { spawn } from 'node:child_process';

/** How a program ended, and what it wrote. */
export interface ProgramResult {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ProgramOptions {
  /** The working directory. */
  readonly cwd: string;
  /**
   * The environment of the program.
   * @default that of this one
   */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end. What stands around the gateway lives in this process and answers meanwhile, so nothing waits in a way
 * that stops it. Ctrl-C does not reach the program: it is for the suite, which lets it finish and then takes away what was applied.
 *
 * @throws Error when it cannot be started
 */
export function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env }: ProgramOptions,
): Promise<ProgramResult> {
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, err }));
  });
}
