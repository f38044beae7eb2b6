/** All access of commands to the process, so that tests can run commands in parallel. */
export interface Io {
  /** The folder that paths on the command line are relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today in UTC, as YYYY-MM-DD. */
  today(): string;
  /** Writes to standard output: results. */
  out(text: string): void;
  /** Writes to standard error: everything else. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Time of a monotonic clock, in milliseconds. */
  clock(): number;
}

/** The I/O of the running process. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    today: () => new Date().toISOString().slice(0, 10),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    clock: () => performance.now(),
  };
}

/** Whether to print colours to a stream: on a terminal, unless NO_COLOR or FORCE_COLOR override it. */
export function isColorEnabled(io: Io, stream: 'out' | 'err'): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return (stream === 'out' ? io.outIsTerminal : io.errIsTerminal) && TERM !== 'dumb';
}
