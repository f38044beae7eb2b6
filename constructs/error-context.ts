import type { Construct } from 'constructs';

/** Runs something for a construct; what it throws names the construct. */
export function withErrorContext<T>(construct: Construct, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`'${construct.node.path}': ${error instanceof Error ? error.message : String(error)}`);
  }
}
