import type { Partner } from '../model';
import { statusOn } from '../view';

/** The status of a partner, from the best to the worst. */
export const PARTNER_STATUSES = ['approved', 'pending', 'suspended', 'ended', 'rejected'] as const;

export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

/** The status of a partner on a date: `ended` if its contract has ended, `pending` without approval or accepted contract. */
export function partnerStatus({ approval, contract, suspended }: Partner, asOf: string): PartnerStatus {
  const status = statusOn(approval, asOf);
  if (status === 'rejected') return 'rejected';
  if (contract.end !== undefined && contract.end <= asOf) return 'ended';
  if (suspended && suspended.since <= asOf) return 'suspended';
  const isAccepted = contract.accepted !== undefined && contract.accepted.on <= asOf;
  return status === 'approved' && isAccepted ? 'approved' : 'pending';
}
