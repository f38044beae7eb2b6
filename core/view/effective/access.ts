import type { ApplicationEntry, Entry, Environment, Position } from '../../model';
import { isServedIn } from '../../model';
import type { ApplicationAccess, GrantReason, SubscriptionAccess } from '../access/access';
import type { Approval } from '../access/decision';
import type { StandingReason } from '../access/standing';
import type { Part } from './part';

/** Whether calls are let through, and why. */
export interface EffectiveAccess {
  readonly granted: boolean;
  /** Whether the application has a consumer there. */
  readonly present: boolean;
  readonly standing: StandingReason;
  readonly subscription: GrantReason;
}

/** What a subscription comes to in an environment, and where it is said that calls are let through, or are not. */
export function effectiveAccess(
  access: ApplicationAccess,
  held: SubscriptionAccess,
  environment: Entry<Environment>,
): Part<EffectiveAccess> {
  const { present, reason: standing } = access;
  return {
    value: { granted: held.granted, present, standing, subscription: held.reason },
    origins: origins(access, held, environment),
  };
}

function origins(
  { application, reason: standing }: ApplicationAccess,
  { api, index, reason, tier, subscription }: SubscriptionAccess,
  environment: Entry<Environment>,
): readonly Position[] {
  const { partner } = application;
  switch (reason) {
    case 'not-open':
      return standingOrigins(application, standing);
    case 'not-served':
      return isServedIn({ ...api.value, lifecycle: 'published' }, environment.value)
        ? [api.at(['lifecycle']), environment.at(['stage'])]
        : [api.at(['upstreams'], 'key')];
    case 'other-environment':
      return [application.at(['subscriptions', index, 'environments'])];
    case 'not-started':
      return [application.at(['subscriptions', index, 'start'])];
    case 'ended':
      return [application.at(['subscriptions', index, 'end'])];
    case 'tier-draft':
      return [tier.at(['status']), environment.at(['stage'])];
    case 'approval-pending':
      return subscription.approval
        ? [
            application.at(['subscriptions', index, 'approval', pendingBy(subscription.approval)]),
            environment.at(['stage']),
          ]
        : [tier.at(['approval']), environment.at(['stage'])];
    case 'approval-rejected':
      return [application.at(['subscriptions', index, 'approval', 'status'])];
    case 'granted':
      return [
        application.at(['subscriptions', index]),
        partner.at(['approval', 'status']),
        application.at(['credentials', environment.name], 'key'),
        api.at(['upstreams', environment.name], 'key'),
      ];
  }
}

function standingOrigins(application: ApplicationEntry, standing: StandingReason): readonly Position[] {
  const { partner } = application;
  switch (standing) {
    case 'partner-suspended':
      return [partner.at(['suspended'], 'key')];
    case 'application-suspended':
      return [application.at(['suspended'], 'key')];
    case 'partner-pending':
      return [partner.at(['approval', pendingBy(partner.value.approval)])];
    case 'partner-rejected':
      return [partner.at(['approval', 'status'])];
    case 'application-pending':
      return [application.at(['approval', pendingBy(application.value.approval)])];
    case 'application-rejected':
      return [application.at(['approval', 'status'])];
    case 'contract-not-accepted':
      return [
        partner.value.contract.accepted ? partner.at(['contract', 'accepted', 'on']) : partner.at(['contract'], 'key'),
      ];
    case 'contract-ended':
      return [partner.at(['contract', 'end'])];
    case 'no-credentials':
      return [application.value.credentials ? application.at(['credentials'], 'key') : application.at()];
    case 'active':
      return [];
  }
}

/** What keeps a decision pending: its status, or the date of an approval that does not count yet. */
function pendingBy(approval: Approval | undefined): 'status' | 'on' {
  return approval?.status === 'approved' ? 'on' : 'status';
}
