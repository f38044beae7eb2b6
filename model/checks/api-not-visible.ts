import { type Check, error } from './check';

/** A partner subscribes to APIs that it may see. */
export const apiNotVisible: Check = {
  code: 'api-not-visible',
  *find({ catalog, subscriptions }) {
    for (const { application, api, at } of subscriptions) {
      if (!api || typeof api.value.visibility === 'string') continue;
      const { partners } = api.value.visibility;
      // One of the names is wrong: perhaps it was meant to be this partner's.
      if (partners.includes(application.partner.name) || partners.some((name) => !catalog.partners.has(name))) continue;
      yield error(
        at(['api']),
        `partner '${application.partner.name}' may not see api '${api.name}'`,
        `add '${application.partner.name}' to the API's visibility.partners, or take the subscription out`,
      );
    }
  },
};
