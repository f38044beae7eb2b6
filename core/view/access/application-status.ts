import type { Credentials, Environment, OwnedApplication } from '../../model';
import { getOwn } from '../../model';
import { isLater, statusOn } from './decision';

/**
 * Why an application stands in an environment as it does. `active` and what is suspended or, in a sandbox, not yet agreed has a
 * consumer; the rest has none.
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

/** How an application stands in one environment on one day. */
export interface ApplicationStatus {
  /** Whether it has a consumer and credentials at the gateway. */
  readonly present: boolean;
  /** Whether anything may be granted to it. */
  readonly open: boolean;
  readonly reason: StatusReason;
  readonly credentials: Credentials | undefined;
}

/**
 * How an application stands in an environment on a day. Without credentials, rejected, or after the contract's end it is not
 * there. Suspended, it is there and nothing is granted, so that lifting the suspension restores everything as it was. What is
 * not yet approved or agreed is there in a sandbox only.
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
      // A suspension adds nothing to what was not there: outside a sandbox, what is not agreed stays away.
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
 * What is missing between the operator and the partner on a day; undefined if nothing is. What is dated later is missing until
 * then. An application without an approval has its partner's.
 */
function agreementOf(application: OwnedApplication, asOf: string): StatusReason | undefined {
  const { approval: ofPartner, contract } = application.partner.value;
  const { approval } = application.value;
  if (statusOn(ofPartner, asOf) !== 'approved') return 'partner-pending';
  if (approval && statusOn(approval, asOf) !== 'approved') return 'application-pending';
  if (contract.accepted === undefined || isLater(contract.accepted.on, asOf)) return 'contract-not-accepted';
  return undefined;
}
