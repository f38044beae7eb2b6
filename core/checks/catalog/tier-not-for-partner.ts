import { listOf, partiesOf } from '../../model';
import { type Check, found } from '../check';

export const tierNotForPartner: Check<'tier-not-for-partner'> = {
  code: 'tier-not-for-partner',
  severity: 'error',
  per: 'application',
  summary: 'An application subscribes at a tier that was negotiated for other partners.',
  rationale: 'a partner would get limits and prices that were agreed with another one',
  fix: 'Choose a tier that is open to the partner, or add the partner to `partners` of the tier.',
  details: 'The owner of the application must be in `partners`, or one of the resellers through which it buys.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: free
partners: [acme-bank]
`,
    prefer: `kind: Tier
name: free
partners: [acme-bank, initech]
`,
  },
  *find(application, { catalog, subscriptionsOf }) {
    const { owner, resellers } = partiesOf(catalog.partners, application);
    for (const { tier, value, at } of subscriptionsOf(application.id)) {
      const { partners } = tier?.value ?? {};
      if (!tier || !partners || value.approval?.status === 'rejected') continue;
      // An unknown name may have been meant as any partner.
      if (partners.some((name) => !catalog.partners.has(name))) continue;
      if ([owner, ...resellers].some(({ name }) => partners.includes(name))) continue;
      yield found(
        at(['tier']),
        `tier '${tier.name}' was negotiated for other partners, not for '${owner.name}'`,
        `its ${listOf(partners, 'partners')}; choose another tier, or add '${owner.name}' to them`,
      );
    }
  },
};
