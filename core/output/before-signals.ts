const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How many pieces of work wait for Node to tell what signals came. */
let waiting = 0;

/**
 * Runs work that must not be left halfway. A signal that asks the process to end takes effect when the work is done: Node
 * tells of it then, and it is raised again unless the program has a listener of its own.
 */
export function beforeSignals<T>(work: () => T): T {
  waiting += 1;
  if (waiting === 1) for (const signal of SIGNALS) process.on(signal, raise);
  try {
    return work();
  } finally {
    // Signals that came meanwhile are told before this.
    setImmediate(() => {
      waiting -= 1;
      if (waiting === 0) for (const signal of SIGNALS) process.off(signal, raise);
    });
  }
}

function raise(signal: NodeJS.Signals): void {
  process.off(signal, raise);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
