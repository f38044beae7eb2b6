import { type Check, found } from '../check';

export const apiNotVisible: Check<'api-not-visible'> = {
  code: 'api-not-visible',
  severity: 'error',
  per: 'application',
  summary: 'An application subscribes to an API whose `visibility` does not include its partner.',
  rationale:
    'an API is restricted to named partners for a reason, such as a contract or a trial, and no one has approved this partner',
  fix: "Add the partner to the API's `visibility.partners`, or remove the subscription.",
  waivable: false,
  examples: {
    avoid: `kind: Api
name: sim-swap
visibility: { partners: [initech] }
`,
    prefer: `kind: Api
name: sim-swap
visibility: { partners: [acme-bank, initech] }
`,
  },
  joined: (count) => `in ${count} subscriptions`,
  *find({ partner, id }, { catalog, subscriptionsOf }) {
    for (const { api, at } of subscriptionsOf(id)) {
      if (!api || typeof api.value.visibility === 'string') continue;
      const { partners } = api.value.visibility;
      // A name that does not exist may have been meant as this partner's.
      if (partners.includes(partner.name) || partners.some((name) => !catalog.partners.has(name))) continue;
      yield found(
        at(['api']),
        `api '${api.name}' is not visible to partner '${partner.name}'`,
        `add '${partner.name}' to the API's visibility.partners, or remove the subscription`,
      );
    }
  },
};
