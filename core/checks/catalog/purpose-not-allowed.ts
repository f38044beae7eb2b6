import { didYouMean, policyOf } from '../../model';
import { type Check, error } from './check';

/** A subscription's purpose is one that the API's consent policy allows. */
export const purposeNotAllowed: Check = {
  code: 'purpose-not-allowed',
  *find({ catalog, subscriptions }) {
    for (const { value, api, at } of subscriptions) {
      const policy = api && policyOf(catalog, api.value, 'consent');
      if (!api || !policy || value.purpose === undefined || policy.value.purposes.includes(value.purpose)) continue;
      yield error(
        at(['purpose']),
        `purpose ${value.purpose} is not allowed by consent policy '${policy.name}' of api '${api.name}'`,
        didYouMean(value.purpose, policy.value.purposes, 'allowed purposes'),
      );
    }
  },
};
