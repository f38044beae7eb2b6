import { didYouMean, exposedOperations } from '../../model';
import { type Check, error } from './check';
import { knownScopes } from './shared/known-scopes';

/** A subscription grants scopes where nothing can be called without. */
export const subscriptionWithoutScopes: Check = {
  code: 'subscription-without-scopes',
  *find({ subscriptions }) {
    for (const { value, api, at } of subscriptions) {
      if (!api || value.scopes !== undefined) continue;
      const operations = exposedOperations(api);
      // An operation on whose scopes nobody decided has a finding of its own.
      if (operations.length === 0 || operations.some(({ scopes }) => scopes.length === 0 || scopes === 'none'))
        continue;
      yield error(
        at(),
        `subscription of api '${api.name}' grants no scopes, and every operation of the API needs some`,
        `add \`scopes: [...]\`; ${didYouMean('', knownScopes(api), 'scopes')}`,
      );
    }
  },
};
