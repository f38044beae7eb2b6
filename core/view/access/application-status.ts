import type { Credentials, Environment, OwnedApplication } from '../../model';
import { getOwn } from '../../model';
import { isLater, statusOn } from './decision';

/**
 * The reason for an application's status in an environment. An application has a consumer if it is active or suspended or, in a
 * sandbox, if its approval or contract is pending.
 */
export type StatusReason =
  | 'active'
  | 'partner-suspended'
  | 'application-suspended'
  | 'partner-pending'
  | 'application-pending'
  | 'contract-not-accepted'
  | 'partner-rejected'
  | 'application-rejected'
  | 'contract-ended'
  | 'no-credentials';

/** The status of an application in one environment on one date. */
export interface ApplicationStatus {
  /** Whether it has a consumer and credentials on the gateway. */
  readonly present: boolean;
  /** Whether its subscriptions may be granted. */
  readonly open: boolean;
  readonly reason: StatusReason;
  readonly credentials: Credentials | undefined;
}

/**
 * The status of an application in an environment on a date. It is absent from the gateway if it has no credentials, is rejected, or
 * its contract has ended. A suspended application keeps its consumer without any grant, so that lifting the suspension restores the
 * previous state. Before approval and acceptance of the contract, it exists in sandboxes only.
 */
export function applicationStatus(
  application: OwnedApplication,
  environment: Environment,
  asOf: string,
): ApplicationStatus {
  const credentials = getOwn(application.value.credentials, environment.name);
  const reason = reasonOf(application, credentials, asOf);
  switch (reason) {
    case 'active':
      return { present: true, open: true, reason, credentials };
    case 'partner-suspended':
    case 'application-suspended': {
      // A suspension does not create a consumer: outside a sandbox, an application without an agreement remains absent.
      const agreed = agreementOf(application, asOf) === undefined || environment.stage === 'sandbox';
      return { present: agreed, open: false, reason, credentials };
    }
    case 'partner-pending':
    case 'application-pending':
    case 'contract-not-accepted': {
      const sandbox = environment.stage === 'sandbox';
      return { present: sandbox, open: sandbox, reason, credentials };
    }
    default:
      return { present: false, open: false, reason, credentials };
  }
}

function reasonOf(application: OwnedApplication, credentials: Credentials | undefined, asOf: string): StatusReason {
  const partner = application.partner.value;
  const { approval, suspended } = application.value;
  if (partner.approval.status === 'rejected') return 'partner-rejected';
  if (approval?.status === 'rejected') return 'application-rejected';
  if (partner.contract.end !== undefined && partner.contract.end <= asOf) return 'contract-ended';
  if (credentials === undefined) return 'no-credentials';
  if (partner.suspended && partner.suspended.since <= asOf) return 'partner-suspended';
  if (suspended && suspended.since <= asOf) return 'application-suspended';
  return agreementOf(application, asOf) ?? 'active';
}

/**
 * The missing approval or acceptance on a date; undefined if the agreement is complete. An approval or acceptance counts from its
 * date on. An application without an approval of its own takes its partner's.
 */
function agreementOf(application: OwnedApplication, asOf: string): StatusReason | undefined {
  const { approval: partnerApproval, contract } = application.partner.value;
  const { approval } = application.value;
  if (statusOn(partnerApproval, asOf) !== 'approved') return 'partner-pending';
  if (approval && statusOn(approval, asOf) !== 'approved') return 'application-pending';
  if (contract.accepted === undefined || isLater(contract.accepted.on, asOf)) return 'contract-not-accepted';
  return undefined;
}
