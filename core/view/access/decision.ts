import type { Partner } from '../../model';

/** A decision about a partner, an application or a subscription. */
export type Approval = Partner['approval'];

/**
 * What a decision comes to on a day. An approval that is dated later is still pending: nothing opens before its day. A rejection
 * counts at once, whatever its date.
 *
 * @param asOf the day, 'YYYY-MM-DD'
 */
export function statusOn({ status, on }: Approval, asOf: string): Approval['status'] {
  return status === 'approved' && isLater(on, asOf) ? 'pendingApproval' : status;
}

/** Whether a decision or a statement is dated after a day; without a date it is not. */
export function isLater(on: string | undefined, asOf: string): boolean {
  return on !== undefined && asOf < on;
}
