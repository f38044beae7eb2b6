import { didYouMean } from '../../model';
import { isWord } from '../../model/schemas';
import type { CheckInput } from '../input';
import { type Check, error, type Found } from './check';
import { groupEqual } from './group-equal';
import { knownScopes } from './shared/known-scopes';

/** Every scope that a subscription grants is one of the API's. */
export const unknownScope: Check = {
  code: 'unknown-scope',
  find: (input) => groupEqual(everywhere(input)),
};

function* everywhere({ subscriptionReferences }: CheckInput): Iterable<Found> {
  for (const { scopes, api, at } of subscriptionReferences) {
    if (!api) continue;
    for (const [index, scope] of scopes.entries()) {
      if (!isWord('scope', scope) || knownScopes(api).includes(scope)) continue;
      yield error(
        at(['scopes', index]),
        `scope '${scope}' does not exist in api '${api.name}'`,
        didYouMean(scope, knownScopes(api), 'scopes'),
      );
    }
  }
}
