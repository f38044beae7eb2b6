import type { Criterion } from '../criterion';

/** An element of a programme. It is in place if all its criteria are met or not needed. */
export interface Element {
  /** `commercial-framework` */
  readonly id: string;
  readonly title: string;
  readonly criteria: readonly Criterion[];
}
