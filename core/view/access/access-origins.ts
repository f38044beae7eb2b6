import type { ApplicationEntry, Entry, Environment, Origin } from '../../model';
import { originOf } from '../../model';
import { offerStatus } from '../offer/status';
import type { ApplicationAccess, SubscriptionAccess } from './access';
import type { StatusReason } from './application-status';
import type { Approval } from './decision';
import { grantOrigins } from './grant-origins';

/** The origins of the decision to allow or to refuse a subscription's calls. */
export function accessOrigins(
  { application, reason: statusReason }: ApplicationAccess,
  { api, index, reason, tier, subscription }: SubscriptionAccess,
  environment: Entry<Environment>,
): readonly Origin[] {
  switch (reason) {
    case 'not-open':
      return statusOrigins(application, statusReason, environment);
    case 'not-served':
      return offerStatus(api, environment).origins;
    case 'other-environment':
      return [originOf(application, ['subscriptions', index, 'environments'])];
    case 'not-started':
      return [originOf(application, ['subscriptions', index, 'start'])];
    case 'ended':
      return [originOf(application, ['subscriptions', index, 'end'])];
    case 'tier-draft':
      return [originOf(tier, ['status']), originOf(environment, ['stage'])];
    case 'approval-pending':
      return subscription.approval
        ? [
            originOf(application, ['subscriptions', index, 'approval', pendingBy(subscription.approval)]),
            originOf(environment, ['stage']),
          ]
        : [originOf(tier, ['approval']), originOf(environment, ['stage'])];
    case 'approval-rejected':
      return [originOf(application, ['subscriptions', index, 'approval', 'status'])];
    case 'granted':
      return grantOrigins(application, { api, index, tier }, environment);
  }
}

function statusOrigins(
  application: ApplicationEntry,
  statusReason: StatusReason,
  environment: Entry<Environment>,
): readonly Origin[] {
  const { partner } = application;
  // A sandbox also serves applications whose approval or contract is pending.
  const stage = originOf(environment, ['stage']);
  switch (statusReason) {
    case 'partner-suspended':
      return [originOf(partner, ['suspended'], 'key')];
    case 'application-suspended':
      return [originOf(application, ['suspended'], 'key')];
    case 'partner-pending':
      return [originOf(partner, ['approval', pendingBy(partner.value.approval)]), stage];
    case 'partner-rejected':
      return [originOf(partner, ['approval', 'status'])];
    case 'application-pending':
      return [originOf(application, ['approval', pendingBy(application.value.approval)]), stage];
    case 'application-rejected':
      return [originOf(application, ['approval', 'status'])];
    case 'contract-not-accepted':
      return [
        partner.value.contract.accepted
          ? originOf(partner, ['contract', 'accepted', 'on'])
          : originOf(partner, ['contract'], 'key'),
        stage,
      ];
    case 'contract-ended':
      return [originOf(partner, ['contract', 'end'])];
    case 'no-credentials':
      return [application.value.credentials ? originOf(application, ['credentials'], 'key') : originOf(application)];
    case 'active':
      return [];
  }
}

/** The field that keeps an approval pending: its status, or a date in the future. */
function pendingBy(approval: Approval | undefined): 'status' | 'on' {
  return approval?.status === 'approved' ? 'on' : 'status';
}
