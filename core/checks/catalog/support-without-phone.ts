import { type Check, found } from '../check';

export const supportWithoutPhone: Check<'support-without-phone'> = {
  code: 'support-without-phone',
  severity: 'warning',
  per: 'application',
  summary: 'A tier promises support by phone, but the team that supports the partner has no `phone`.',
  rationale: 'the partner pays for support by phone, but has no number to call',
  fix: 'Add `phone` to the team, or name a team with a phone in `representatives.support` of the partner.',
  details: "That team is in `representatives.support` of the partner; without one, it is the partner's `owner`.",
  waivable: true,
  examples: {
    avoid: `kind: Tier
name: paid
support: { channels: [phone] }
`,
    prefer: `kind: Tier
name: paid
support: { channels: [phone] }
---
kind: Team
name: identity-apis
phone: +34 600 000 000
`,
  },
  joined: (count) => `in ${count} subscriptions`,
  *find({ id, partner }, { catalog, subscriptionsOf }) {
    const { owner, representatives } = partner.value;
    const team = catalog.teams.get(representatives?.support ?? owner);
    if (!team || team.value.phone !== undefined) return;
    for (const { tier, environments, at } of subscriptionsOf(id)) {
      if (environments.length === 0 || !tier?.value.support?.channels.includes('phone')) continue;
      yield found(
        at(['tier']),
        `tier '${tier.name}' promises support by phone, but team '${team.name}', which supports partner '${partner.name}', has no phone number`,
        'add `phone` to the team, or name a team that has one in `representatives.support` of the partner',
      );
    }
  },
};
