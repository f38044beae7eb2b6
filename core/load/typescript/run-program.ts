import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { errorCode } from '../../model/messages/thrown';
import type { Answer, Request } from './answer';

/** Bounds of a program. Each is far above what an honest catalog needs. */
export interface ProgramLimits {
  /** From the start of the process to its end. */
  readonly timeMs: number;
  /** Of the heap. What the operator's NODE_OPTIONS say about it goes first. */
  readonly memoryMiB: number;
  /** Of the documents, as JSON. */
  readonly answerMiB: number;
}

export const PROGRAM_LIMITS: ProgramLimits = { timeMs: 2 * 60_000, memoryMiB: 1024, answerMiB: 128 };

/** Why there is no answer. */
export interface NoAnswer {
  readonly message: string;
  readonly hint: string;
}

// Found as Node finds modules: compiled in the package, and as TypeScript where our own tests run the sources.
const RUNNER = require.resolve('./runner/main');

/**
 * Runs a catalog's TypeScript in a process of its own and waits for its end. What the program prints goes to standard error of
 * this process; its answer comes over a pipe of its own. It has our environment and working directory, and no input.
 */
export function runProgram(request: Omit<Request, 'token'>, limits: ProgramLimits): Answer | NoAnswer {
  const token = randomUUID();
  const ended = spawnSync(process.execPath, [...heapOption(limits), ...runnerArguments()], {
    input: JSON.stringify({ ...request, token } satisfies Request),
    stdio: ['pipe', 2, 2, 'pipe'],
    env: process.env,
    timeout: limits.timeMs,
    killSignal: 'SIGKILL',
    maxBuffer: limits.answerMiB * 1024 * 1024,
    windowsHide: true,
  });
  const text = ended.output?.[3]?.toString() ?? '';
  // A complete answer counts, whatever became of the process afterwards.
  return answerIn(text, token) ?? reasonOf(ended, text, limits);
}

function heapOption({ memoryMiB }: ProgramLimits): readonly string[] {
  return /max[-_]old[-_]space[-_]size/.test(process.env.NODE_OPTIONS ?? '')
    ? []
    : [`--max-old-space-size=${memoryMiB}`];
}

function runnerArguments(): readonly string[] {
  if (!RUNNER.endsWith('.ts')) return [RUNNER];
  const [jiti, runner] = [require.resolve('jiti'), RUNNER].map((file) => JSON.stringify(file));
  return ['--eval', `require(${jiti}).createJiti(${runner})(${runner})`];
}

function answerIn(text: string, token: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    // Whoever knows the token is the runner.
    return (answer as Partial<Answer> | null)?.token === token ? (answer as Answer) : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(ended: SpawnSyncReturns<Buffer>, text: string, limits: ProgramLimits): NoAnswer {
  const { error, signal, status } = ended;
  const code = error === undefined ? undefined : errorCode(error);
  if (code === 'ETIMEDOUT')
    return {
      message: `file has not come to its end after ${limits.timeMs / 1000} seconds`,
      hint: 'look for a loop, or a command that it starts, that does not end',
    };
  if (code === 'ENOBUFS')
    return {
      message: `file makes more than ${limits.answerMiB} MiB of documents`,
      hint: 'make fewer, or smaller ones',
    };
  if (error !== undefined && signal === null && status === null)
    return { message: `file cannot be run, since no process could be started (${code})`, hint: 'try again' };
  if (text !== '')
    return {
      message: 'file writes to file descriptor 3, which passes its documents on',
      hint: 'open a file of its own instead',
    };
  if (signal === 'SIGABRT')
    return {
      message: 'file ends its process with SIGABRT: it calls process.abort, or needs too much memory',
      hint: `its heap has ${limits.memoryMiB} MiB, or what NODE_OPTIONS=--max-old-space-size=MIB gives it`,
    };
  return {
    message: `file ends its process with ${signal ?? `status ${status}`}, so its documents are not known`,
    hint: 'throw an error instead',
  };
}
