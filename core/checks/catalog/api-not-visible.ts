import { type Check, error, type Found } from './check';
import { groupEqual } from './group-equal';
import type { CheckInput } from './input';

/** A partner subscribes to APIs that it may see. */
export const apiNotVisible: Check = {
  code: 'api-not-visible',
  find: (input) => groupEqual(everywhere(input), (count) => `in ${count} subscriptions`),
};

function* everywhere({ catalog, subscriptions }: CheckInput): Iterable<Found> {
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
}
