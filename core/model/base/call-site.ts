import { fileURLToPath } from 'node:url';

/** Where in running code a call stands; of code that was translated that is not yet where its author wrote it. */
export interface CallSite {
  /** Absolute path; empty where the engine does not know. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** The place from which a function was called that is running now. */
export function callSite(callee: (...args: never[]) => unknown): CallSite {
  return firstSite((holder) => Error.captureStackTrace(holder, callee)) ?? { file: '', line: 1, column: 1 };
}

/**
 * Reads the stack as data: as text it may have been rewritten by a source map tool already, or not.
 */
function firstSite(capture: (holder: object) => void): CallSite | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const holder: { stack?: readonly NodeJS.CallSite[] } = {};
  try {
    Error.stackTraceLimit = 1;
    Error.prepareStackTrace = (_error, sites) => sites;
    capture(holder);
    const site = holder.stack?.[0];
    if (!site) return undefined;
    return {
      file: pathOf(site.getFileName() ?? ''),
      line: site.getLineNumber() ?? 1,
      column: site.getColumnNumber() ?? 1,
    };
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : file;
}
