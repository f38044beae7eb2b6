import type {
  ContractTemplates,
  Credentials,
  Environment,
  NamedValue,
  OwnedApplication,
  Parties,
  Partner,
  Partners,
} from '../../model';
import { contractVersion, getOwn, isInPeriod, isLater, partiesOf } from '../../model';
import { statusOn } from './decision';
import { type LossReason, type ResellerLoss, resellerLosses } from './reseller-loss';

/**
 * The reason for an application's status in an environment. `partner-…` and `contract-…` are about the partner that owns the
 * application. An application has a consumer if it is active, if it is suspended or has lost its reseller, or, in a sandbox, if an
 * approval or contract is pending.
 */
export type StatusReason =
  | 'active'
  | 'partner-suspended'
  | 'application-suspended'
  | LossReason
  | 'partner-pending'
  | 'application-pending'
  | 'contract-not-accepted'
  | 'reseller-pending'
  | 'partner-rejected'
  | 'application-rejected'
  | 'contract-ended'
  | 'no-credentials';

/** The documents that decide on the status of applications: all that an application's partner, owner and contract refer to. */
export interface AgreementDocuments {
  /** By name. */
  readonly partners: Partners;
  /** By name. */
  readonly contractTemplates: ContractTemplates;
}

/** The status of an application in one environment on one date. */
export interface ApplicationStatus {
  /** Whether it has a consumer and credentials on the gateway. */
  readonly present: boolean;
  /** Whether its subscriptions may be granted. */
  readonly open: boolean;
  readonly reason: StatusReason;
  readonly credentials: Credentials | undefined;
  /** The owner of the application and the resellers through which it buys. */
  readonly parties: Parties;
  /** The resellers that the owner loses, now or later; the one that ends access first is first. */
  readonly losses: readonly ResellerLoss[];
}

/**
 * The status of an application in an environment on a date. It is absent from the gateway if it has no credentials, is rejected, or
 * the contract of its owner has ended. A suspended application keeps its consumer without any grant, so that lifting the suspension
 * restores the previous state; the same applies to an application that has lost its reseller. Before approval and acceptance of the
 * contracts, it exists in sandboxes only.
 */
export function applicationStatus(
  documents: AgreementDocuments,
  application: OwnedApplication,
  environment: Environment,
  asOf: string,
): ApplicationStatus {
  const credentials = getOwn(application.value.credentials, environment.name);
  const parties = partiesOf(documents.partners, application);
  const losses = resellerLosses(parties, contractVersion(documents.contractTemplates, parties.owner.value), asOf);
  const reason = reasonOf(application, credentials, { parties, losses }, asOf);
  const status = (present: boolean, open: boolean) => ({ present, open, reason, credentials, parties, losses });
  switch (reason) {
    case 'active':
      return status(true, true);
    case 'partner-suspended':
    case 'application-suspended':
    case 'reseller-suspended':
    case 'reseller-rejected':
    case 'reseller-contract-ended':
      // A suspension does not create a consumer: outside a sandbox, an application without an agreement remains absent.
      return status(environment.stage === 'sandbox' || agreementOf(application, parties, asOf) === undefined, false);
    case 'partner-pending':
    case 'application-pending':
    case 'contract-not-accepted':
    case 'reseller-pending': {
      const sandbox = environment.stage === 'sandbox';
      return status(sandbox, sandbox);
    }
    default:
      return status(false, false);
  }
}

function reasonOf(
  application: OwnedApplication,
  credentials: Credentials | undefined,
  { parties, losses }: Pick<ApplicationStatus, 'parties' | 'losses'>,
  asOf: string,
): StatusReason {
  const owner = parties.owner.value;
  const { approval, suspended } = application.value;
  if (owner.approval.status === 'rejected') return 'partner-rejected';
  if (approval?.status === 'rejected') return 'application-rejected';
  if (owner.contract.end !== undefined && owner.contract.end <= asOf) return 'contract-ended';
  if (credentials === undefined) return 'no-credentials';
  if (owner.suspended && owner.suspended.since <= asOf) return 'partner-suspended';
  if (suspended && suspended.since <= asOf) return 'application-suspended';
  const [loss] = losses;
  if (loss && isInPeriod(asOf, loss.accessEnds, undefined)) return loss.reason;
  return agreementOf(application, parties, asOf) ?? 'active';
}

/**
 * The missing approval or acceptance on a date; undefined if all agreements are complete. An approval or acceptance counts from its
 * date on. An application without an approval of its own takes its owner's.
 */
function agreementOf(
  { value: { approval } }: OwnedApplication,
  { owner, resellers }: Parties,
  asOf: string,
): StatusReason | undefined {
  if (statusOn(owner.value.approval, asOf) !== 'approved') return 'partner-pending';
  if (approval && statusOn(approval, asOf) !== 'approved') return 'application-pending';
  if (!hasContract(owner, asOf)) return 'contract-not-accepted';
  return pendingReseller(resellers, asOf) && 'reseller-pending';
}

/** The first reseller that has not been approved, or whose contract has not been accepted. A rejected one is a loss. */
export function pendingReseller<P extends NamedValue<Partner>>(resellers: readonly P[], asOf: string): P | undefined {
  return resellers.find(
    (reseller) => statusOn(reseller.value.approval, asOf) === 'pendingApproval' || !hasContract(reseller, asOf),
  );
}

function hasContract({ value: { contract } }: NamedValue<Partner>, asOf: string): boolean {
  return contract.accepted !== undefined && !isLater(contract.accepted.on, asOf);
}
