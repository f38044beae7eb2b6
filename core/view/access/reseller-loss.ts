import type { AgreedVersion, NamedValue, Parties, Partner } from '../../model';
import { addToDay, isLater } from '../../model';

/** Why a partner can no longer buy through a reseller. */
export type LossReason = 'reseller-suspended' | 'reseller-rejected' | 'reseller-contract-ended';

/** A reseller that the owner of an application loses, and with it, unless something changes, its access. */
export interface ResellerLoss {
  readonly reseller: NamedValue<Partner>;
  readonly reason: LossReason;
  /** First day without the reseller; undefined for a rejection without a date, or with one that has not come yet. */
  readonly since: string | undefined;
  /** First day without access; undefined if it is unknown, in which case access has ended. */
  readonly accessEnds: string | undefined;
}

/**
 * The resellers that the owner of an application has lost or will lose, the one that ends its access first. Access ends after the
 * notice for termination of the owner's contract, or at once if the contract says so, if its notice is unknown, or if the reseller
 * had not accepted a contract of its own when it was lost.
 *
 * @param agreed the version of the template that the owner's contract has
 * @param asOf a rejection takes effect at once, even if its date is later
 */
export function resellerLosses(
  { resellers }: Pick<Parties, 'resellers'>,
  agreed: Pick<AgreedVersion, 'value'> | undefined,
  asOf: string,
): readonly ResellerLoss[] {
  const losses = resellers.flatMap((reseller) =>
    lossesOf(reseller.value, asOf).map(({ reason, since }) => {
      const isAtOnce = agreed?.value.resellerLeaves === 'at-once' || !hadContract(reseller.value, since);
      const accessEnds =
        since === undefined || agreed === undefined || isAtOnce
          ? since
          : addToDay(since, agreed.value.notice.termination);
      return Object.freeze({ reseller, reason, since, accessEnds });
    }),
  );
  // A loss without a day comes first: its access has ended.
  return Object.freeze(losses.sort((a, b) => ((a.accessEnds ?? '') < (b.accessEnds ?? '') ? -1 : 1)));
}

function lossesOf(
  { approval, contract, suspended }: Partner,
  asOf: string,
): readonly Pick<ResellerLoss, 'reason' | 'since'>[] {
  const rejected = isLater(approval.on, asOf) ? undefined : approval.on;
  return [
    ...(approval.status === 'rejected' ? [{ reason: 'reseller-rejected', since: rejected } as const] : []),
    ...(contract.end !== undefined ? [{ reason: 'reseller-contract-ended', since: contract.end } as const] : []),
    ...(suspended ? [{ reason: 'reseller-suspended', since: suspended.since } as const] : []),
  ];
}

function hadContract({ contract: { accepted } }: Partner, day: string | undefined): boolean {
  return accepted !== undefined && day !== undefined && !isLater(accepted.on, day);
}
