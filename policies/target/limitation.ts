import type { Finding, Path } from '../../core/model';

/** Something that a gateway cannot do, and the way out. Detected without a catalog, so that constructs refuse it too. */
export interface Limitation extends Pick<Finding, 'code' | 'severity' | 'message'> {
  readonly hint: string;
  /** Where in the policy's document it is said. */
  readonly path: Path;
}

/**
 * Refuses what a gateway cannot do, for callers that did not check before.
 * @throws Error with the first limitation that is an error
 */
export function refuse(limitations: readonly Limitation[]): void {
  const first = limitations.find(({ severity }) => severity === 'error');
  if (first) throw new Error(`${first.message}; ${first.hint}`);
}
