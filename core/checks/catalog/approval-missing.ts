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
  *find({ id }, { subscriptionsOf }) {
    for (const { value, api, tier, environments, at } of subscriptionsOf(id)) {
      if (tier?.value.approval !== 'required' || value.approval) continue;
      // Other checks report these.
      if (tier.value.status === 'draft' || !api?.value.tiers.includes(tier.name)) continue;
      const affected = environments
        .filter(({ value: { stage } }) => stage !== 'sandbox')
        .map(({ name }) => `'${name}'`);
      if (affected.length === 0) continue;
      yield found(
        at(['tier']),
        `tier '${tier.name}' requires an approval, but the subscription to api '${value.api}' has none, so it is not active in ${affected.join(', ')}`,
        'add `approval` with `status`, `on` and `by`; if no decision has been made, write `approval: { status: pendingApproval }`',
      );
    }
  },
};
