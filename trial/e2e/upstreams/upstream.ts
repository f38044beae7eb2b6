import type { TcpAddress } from '../tcp-relay';

/**
 * A server that reads paths in its own way. It answers GET for every operation of operations.ts with the path template that it served:
 * `200 {"served":"/items/{id}"}`; for other paths a status of 400 or more.
 */
export interface RunningUpstream {
  /** `nginx 1.22.1`. */
  readonly name: string;
  /** Whether it ignores case: then the Api has to say so. */
  readonly ignoresCase: boolean;
  /** Where it listens. */
  readonly address: TcpAddress;
  close(): Promise<void>;
}

/** Why an upstream cannot be had. */
export class NotAvailable extends Error {}
