import type { Construct } from 'constructs';

/** Runs a function, and adds the path of the construct to the errors that it throws. */
export function withErrorContext<T>(construct: Construct, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`'${construct.node.path}': ${error instanceof Error ? error.message : String(error)}`);
  }
}
