import {
  type ChildProcess,
  type SpawnOptions,
  type SpawnSyncOptions,
  type SpawnSyncReturns,
  spawn,
  spawnSync,
} from 'node:child_process';

/** Children of the tests of this file; test/support/environment.js makes the set, and kills what is left in it. */
declare const startedProcesses: Set<ChildProcess>;

/**
 * Starts a process that is killed when the tests of the file have ended, also where one of them timed out before it could stop
 * the process: a child that is still there keeps Jest from exiting.
 */
export function startProcess(file: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(file, args, options);
  startedProcesses.add(child);
  child.once('exit', () => startedProcesses.delete(child));
  return child;
}

/** Far longer than anything takes on a slow machine; after it a process hangs. */
const HANGS_AFTER_MS = 10 * 60_000;

/**
 * Runs a process to its end.
 *
 * @throws Error when it cannot be started, or hangs: Jest cannot end a test that waits for a process
 */
export function runProcess(
  file: string,
  args: readonly string[],
  options: Omit<SpawnSyncOptions, 'encoding' | 'timeout'> = {},
): SpawnSyncReturns<string> {
  const ended = spawnSync(file, args, {
    maxBuffer: 1 << 30,
    ...options,
    encoding: 'utf8',
    timeout: HANGS_AFTER_MS,
    killSignal: 'SIGKILL',
  });
  if (ended.error) throw ended.error;
  return ended;
}
