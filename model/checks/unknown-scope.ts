import { didYouMean } from '../wording/suggest';
import { type Check, error } from './check';

/** Every scope that a subscription grants is one of the API's OpenAPI file. */
export const unknownScope: Check = {
  code: 'unknown-scope',
  *find({ subscriptions }) {
    for (const { value, api, at } of subscriptions) {
      for (const [index, scope] of value.scopes.entries()) {
        if (!api || api.definition.scopes.includes(scope)) continue;
        yield error(
          at(['scopes', index]),
          `scope '${scope}' does not exist in api '${api.name}'`,
          didYouMean(scope, api.definition.scopes, 'scopes'),
        );
      }
    }
  },
};
