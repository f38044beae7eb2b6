import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { errorCode } from '../../model/messages/thrown';
import type { Answer, Request } from './answer';

/** Limits of a program. Each is far above what an honest catalog needs. */
export interface ProgramLimits {
  /** From the start of the process to its end. */
  readonly timeMs: number;
  /** Of the heap. NODE_OPTIONS of the environment take precedence. */
  readonly memoryMiB: number;
  /** Of the documents, as JSON. */
  readonly answerMiB: number;
}

export const PROGRAM_LIMITS: ProgramLimits = { timeMs: 2 * 60_000, memoryMiB: 1024, answerMiB: 128 };

/** Why a program has not answered. */
export interface NoAnswer {
  readonly message: string;
  readonly hint: string;
}

// Resolved by Node: compiled in the package, and as TypeScript when tests run the sources.
const RUNNER = require.resolve('./runner/main');

/**
 * Runs a catalog's TypeScript in its own process and waits for its end. The output of the program goes to standard error of this
 * process, and its answer to a separate pipe. It has the environment and the working directory of this process, and no input.
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
  // A complete answer counts, even if the process failed afterwards.
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
    // Only the runner knows the token.
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
      message: `file is still running after ${limits.timeMs / 1000} seconds`,
      hint: 'check for a loop or a command that does not end',
    };
  if (code === 'ENOBUFS')
    return {
      message: `file defines more than ${limits.answerMiB} MiB of documents`,
      hint: 'define fewer or smaller documents',
    };
  if (error !== undefined && signal === null && status === null)
    return { message: `file cannot be run, because no process could be started (${code})`, hint: 'try again' };
  if (text !== '')
    return {
      message: 'file writes to file descriptor 3, which returns its documents',
      hint: 'open another file instead',
    };
  if (signal === 'SIGABRT')
    return {
      message: 'file ends its process with SIGABRT: it calls process.abort, or uses too much memory',
      hint: `its heap is limited to ${limits.memoryMiB} MiB, unless NODE_OPTIONS=--max-old-space-size=MIB sets another limit`,
    };
  return {
    message: `file ends its process with ${signal ?? `status ${status}`}, so its documents are unknown`,
    hint: 'throw an error instead',
  };
}
