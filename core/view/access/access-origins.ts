import type { ApplicationEntry, Entry, Environment, NamedValue, Origin, Parties, Partner } from '../../model';
import { originIn, originOf } from '../../model';
import { offerStatus } from '../offer/status';
import type { ApplicationAccess, SubscriptionAccess } from './access';
import { pendingReseller } from './application-status';
import { type Approval, statusOn } from './decision';
import { grantOrigins } from './grant-origins';
import { partyOrigins } from './party-origins';
import type { LossReason, ResellerLoss } from './reseller-loss';

/** The origins of the decision to allow or to refuse a subscription's calls. */
export function accessOrigins(
  access: ApplicationAccess,
  { api, index, reason, tier, subscription }: SubscriptionAccess,
  environment: Entry<Environment>,
  asOf: string,
): readonly Origin[] {
  const { application } = access;
  switch (reason) {
    case 'not-open':
      return statusOrigins(access, environment, asOf);
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
      return grantOrigins(access, { api, index, tier }, environment);
  }
}

function statusOrigins(
  { application, reason, parties, losses }: ApplicationAccess,
  environment: Entry<Environment>,
  asOf: string,
): readonly Origin[] {
  const { owner, resellers } = parties;
  // A sandbox also serves applications whose approval or contract is pending.
  const stage = originOf(environment, ['stage']);
  switch (reason) {
    case 'partner-suspended':
      return [originOf(owner, ['suspended'], 'key')];
    case 'application-suspended':
      return [originOf(application, ['suspended'], 'key')];
    case 'partner-pending':
      return [originOf(owner, ['approval', pendingBy(owner.value.approval)]), stage];
    case 'partner-rejected':
      return [originOf(owner, ['approval', 'status'])];
    case 'application-pending':
      return [originOf(application, ['approval', pendingBy(application.value.approval)]), stage];
    case 'application-rejected':
      return [originOf(application, ['approval', 'status'])];
    case 'contract-not-accepted':
      return [acceptanceOrigin(owner), stage];
    case 'contract-ended':
      return [originOf(owner, ['contract', 'end'])];
    case 'reseller-suspended':
    case 'reseller-rejected':
    case 'reseller-contract-ended':
      return losses[0] ? lossOrigins(application, parties, losses[0]) : [];
    case 'reseller-pending': {
      const reseller = pendingReseller(resellers, asOf);
      if (!reseller) return [];
      const isApproved = statusOn(reseller.value.approval, asOf) === 'approved';
      return [
        isApproved ? acceptanceOrigin(reseller) : originOf(reseller, ['approval', pendingBy(reseller.value.approval)]),
        ...partyOrigins(application, parties),
        stage,
      ];
    }
    case 'no-credentials':
      return [application.value.credentials ? originOf(application, ['credentials'], 'key') : originOf(application)];
    case 'active':
      return [];
  }
}

/** A lost reseller, the notice in the contract of the owner, and the fields that name both. */
function lossOrigins(
  application: ApplicationEntry,
  parties: Parties,
  { reseller, reason }: ResellerLoss,
): readonly Origin[] {
  const { template, version } = parties.owner.value.contract;
  return [
    lossOrigin(reseller, reason),
    ...partyOrigins(application, parties),
    originOf(parties.owner, ['contract', 'version']),
    originIn('ContractTemplate', template, ['versions', version]),
  ];
}

function lossOrigin(reseller: NamedValue<Partner>, reason: LossReason): Origin {
  switch (reason) {
    case 'reseller-suspended':
      return originOf(reseller, ['suspended'], 'key');
    case 'reseller-rejected':
      return originOf(reseller, ['approval', 'status']);
    case 'reseller-contract-ended':
      return originOf(reseller, ['contract', 'end']);
  }
}

/** The field that delays the acceptance of a contract, or the contract without one. */
function acceptanceOrigin(partner: NamedValue<Partner>): Origin {
  return partner.value.contract.accepted
    ? originOf(partner, ['contract', 'accepted', 'on'])
    : originOf(partner, ['contract'], 'key');
}

/** The field that keeps an approval pending: its status, or a date in the future. */
function pendingBy(approval: Approval | undefined): 'status' | 'on' {
  return approval?.status === 'approved' ? 'on' : 'status';
}
