import { fileURLToPath } from 'node:url';

/** The position of a call in running code. For transpiled code, this is not yet the position in the source. */
export interface CallSite {
  /** Absolute path; empty if unknown. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** The position from which a currently running function was called. */
export function callSite(callee: (...args: never[]) => unknown): CallSite {
  return firstSite((holder) => Error.captureStackTrace(holder, callee)) ?? { file: '', line: 1, column: 1 };
}

/** Reads the stack as data, because a source map tool may have rewritten its text. */
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
