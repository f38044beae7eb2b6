import { didYouMean } from '../../model';
import { purposeRules } from '../../view';
import { type Check, error } from './check';

/** A subscription's purpose is one that the API's consent policy allows. */
export const purposeNotAllowed: Check = {
  code: 'purpose-not-allowed',
  *find({ catalog, subscriptions }) {
    for (const { value, api, at } of subscriptions) {
      const allowed = api && purposeRules(catalog, api).allowed?.value;
      if (!api || !allowed || value.purpose === undefined || allowed.includes(value.purpose)) continue;
      yield error(
        at(['purpose']),
        `purpose ${value.purpose} is not allowed by consent policy '${api.value.policies.consent}' of api '${api.name}'`,
        didYouMean(value.purpose, allowed, 'allowed purposes'),
      );
    }
  },
};
