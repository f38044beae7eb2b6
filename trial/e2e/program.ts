import { spawn } from 'node:child_process';

/** The exit status and output of a program. */
export interface ProgramResult {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ProgramOptions {
  /** The working directory. */
  readonly cwd: string;
  /**
   * @default the environment of this process
   */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program until it exits. It never blocks, because the components around the gateway run in this process. Ctrl-C does not
 * reach the program: the suite handles it, lets the program finish, and then destroys what was applied.
 *
 * @throws Error if the program cannot be started
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
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, err }));
  });
}
