import type { TcpAddress } from '../tcp-relay';

/**
 * A server that interprets paths by its own rules. It responds to GET requests for the operations in operations.ts with the path
 * template that it served, `200 {"served":"/items/{id}"}`, and to other paths with a status of 400 or above.
 */
export interface RunningUpstream {
  /** `nginx 1.22.1`. */
  readonly name: string;
  /** Whether it ignores case, in which case the API must set `ignoresCase`. */
  readonly ignoresCase: boolean;
  /** Its address. */
  readonly address: TcpAddress;
  close(): Promise<void>;
}

/** An upstream that cannot be started. */
export class NotAvailable extends Error {}
