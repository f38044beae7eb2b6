import type { ApplicationEntry, Entry, Environment } from '../../model';
import { offerStatus } from '../offer/status';
import { type Origin, origin } from '../origin';
import type { ApplicationAccess, SubscriptionAccess } from './access';
import type { Approval } from './decision';
import type { StandingReason } from './standing';

/** Where it is said that a subscription's calls are let through, or are not. */
export function accessOrigins(
  { application, reason: standing }: ApplicationAccess,
  { api, index, reason, tier, subscription }: SubscriptionAccess,
  environment: Entry<Environment>,
): readonly Origin[] {
  const { partner } = application;
  switch (reason) {
    case 'not-open':
      return standingOrigins(application, standing);
    case 'not-served':
      return offerStatus(api, environment).origins;
    case 'other-environment':
      return [origin(application, ['subscriptions', index, 'environments'])];
    case 'not-started':
      return [origin(application, ['subscriptions', index, 'start'])];
    case 'ended':
      return [origin(application, ['subscriptions', index, 'end'])];
    case 'tier-draft':
      return [origin(tier, ['status']), origin(environment, ['stage'])];
    case 'approval-pending':
      return subscription.approval
        ? [
            origin(application, ['subscriptions', index, 'approval', pendingBy(subscription.approval)]),
            origin(environment, ['stage']),
          ]
        : [origin(tier, ['approval']), origin(environment, ['stage'])];
    case 'approval-rejected':
      return [origin(application, ['subscriptions', index, 'approval', 'status'])];
    case 'granted':
      return [
        origin(application, ['subscriptions', index]),
        origin(partner, ['approval', 'status']),
        origin(application, ['credentials', environment.name], 'key'),
        origin(api, ['upstreams', environment.name], 'key'),
      ];
  }
}

function standingOrigins(application: ApplicationEntry, standing: StandingReason): readonly Origin[] {
  const { partner } = application;
  switch (standing) {
    case 'partner-suspended':
      return [origin(partner, ['suspended'], 'key')];
    case 'application-suspended':
      return [origin(application, ['suspended'], 'key')];
    case 'partner-pending':
      return [origin(partner, ['approval', pendingBy(partner.value.approval)])];
    case 'partner-rejected':
      return [origin(partner, ['approval', 'status'])];
    case 'application-pending':
      return [origin(application, ['approval', pendingBy(application.value.approval)])];
    case 'application-rejected':
      return [origin(application, ['approval', 'status'])];
    case 'contract-not-accepted':
      return [
        partner.value.contract.accepted
          ? origin(partner, ['contract', 'accepted', 'on'])
          : origin(partner, ['contract'], 'key'),
      ];
    case 'contract-ended':
      return [origin(partner, ['contract', 'end'])];
    case 'no-credentials':
      return [application.value.credentials ? origin(application, ['credentials'], 'key') : origin(application)];
    case 'active':
      return [];
  }
}

/** What keeps a decision pending: its status, or the date of an approval that does not count yet. */
function pendingBy(approval: Approval | undefined): 'status' | 'on' {
  return approval?.status === 'approved' ? 'on' : 'status';
}
