import { type Check, warning } from './check';

/** Where a tier is used only with an approval, a subscription says how far that is; without one it never leaves the sandbox. */
export const approvalMissing: Check = {
  code: 'approval-missing',
  *find({ subscriptions }) {
    for (const { value, api, tier, environments, at } of subscriptions) {
      if (tier?.value.approval !== 'required' || value.approval) continue;
      // Each of these has a finding of its own.
      if (tier.value.status === 'draft' || !api?.value.tiers.includes(tier.name)) continue;
      const lost = environments.filter(({ value: { stage } }) => stage !== 'sandbox').map(({ name }) => `'${name}'`);
      if (lost.length === 0) continue;
      yield warning(
        at(['tier']),
        `tier '${tier.name}' requires an approval, and the subscription to api '${value.api}' has none: it does not hold in ${lost.join(', ')}`,
        'add `approval` with status, on and by; until it is decided, write `approval: { status: pendingApproval }`',
      );
    }
  },
};
