import { isLater, type Partner } from '../../model';

/** The approval of a partner, an application or a subscription. */
export type Approval = Partner['approval'];

/**
 * The status of an approval on a date. An approval dated in the future is still pending; a rejection takes effect immediately,
 * regardless of its date.
 *
 * @param asOf 'YYYY-MM-DD'
 */
export function statusOn({ status, on }: Approval, asOf: string): Approval['status'] {
  return status === 'approved' && isLater(on, asOf) ? 'pendingApproval' : status;
}
