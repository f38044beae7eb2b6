import {
  type ChildProcess,
  type SpawnOptions,
  type SpawnSyncOptions,
  type SpawnSyncReturns,
  spawn,
  spawnSync,
} from 'node:child_process';

/** Child processes of the tests of this file; test/support/environment.js creates the set, and kills what is left in it. */
declare const startedProcesses: Set<ChildProcess>;

/**
 * Starts a process that is killed at the end of the test file, even if a test timed out before it could stop the process: a running
 * child keeps Jest from exiting.
 */
export function startProcess(file: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(file, args, options);
  startedProcesses.add(child);
  child.once('exit', () => startedProcesses.delete(child));
  return child;
}

/** Far longer than any process takes on a slow machine. */
const TIMEOUT_MS = 10 * 60_000;

/**
 * Runs a process to completion.
 *
 * @throws Error if it cannot be started, or hangs: Jest cannot stop a test that waits for a process
 */
export function runProcess(
  file: string,
  args: readonly string[],
  options: Omit<SpawnSyncOptions, 'encoding' | 'timeout'> = {},
): SpawnSyncReturns<string> {
  const result = spawnSync(file, args, {
    maxBuffer: 1 << 30,
    ...options,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  if (result.error) throw result.error;
  return result;
}
