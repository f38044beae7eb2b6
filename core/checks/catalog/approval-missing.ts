import { tierFrom } from '../../model';
import { type Check, found } from '../check';

export const approvalMissing: Check<'approval-missing'> = {
  code: 'approval-missing',
  severity: 'warning',
  per: 'application',
  summary: 'A subscription has no approval, although its tier requires one.',
  rationale: 'without an approval, the application cannot call the API outside sandboxes',
  fix: 'Add `approval`. If no decision has been made, write `approval: { status: pendingApproval }`.',
  waivable: true,
  examples: {
    avoid: `kind: Application
partner: acme-bank
name: checkout
subscriptions:
  - api: sim-swap
    tier: paid # approval: required
    scopes: [sim-swap:check]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
    prefer: `kind: Application
partner: acme-bank
name: checkout
subscriptions:
  - api: sim-swap
    tier: paid # approval: required
    scopes: [sim-swap:check]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
    approval: { status: approved, on: 2026-02-01, by: partners@operator.example }
`,
  },
  *find({ id }, { asOf, catalog, subscriptionsOf }) {
    for (const { value, api, tier, environments, at } of subscriptionsOf(id)) {
      // An API that is not offered at the tier is reported by another check, and so is a draft.
      if (!tier || value.approval || !api?.value.tiers.includes(tier.name)) continue;
      const requiring = tierFrom(catalog, tier, asOf).find(
        (one) =>
          one.tier.value.status !== 'draft' &&
          one.tier.value.approval === 'required' &&
          (value.end === undefined || one.from < value.end),
      );
      if (!requiring) continue;
      const affected = environments
        .filter(({ value: { stage } }) => stage !== 'sandbox')
        .map(({ name }) => `'${name}'`);
      if (affected.length === 0) continue;
      const [later, then] = requiring.from > asOf ? [` from ${requiring.from} on`, ' from then on'] : ['', ''];
      yield found(
        at(['tier']),
        `tier '${tier.name}' requires an approval${later}, but the subscription to api '${value.api}' has none, so it is not active in ${affected.join(', ')}${then}`,
        'add `approval` with `status`, `on` and `by`; if no decision has been made, write `approval: { status: pendingApproval }`',
      );
    }
  },
};
