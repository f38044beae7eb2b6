import type { Subscription } from '../../model';
import { policyOf } from '../../model';
import { type Check, error } from './check';

type GrantType = NonNullable<Subscription['grantTypes']>[number];

/** The one grant behind which no user stands. */
const TWO_LEGGED: GrantType = 'client_credentials';

/** The grants of a subscription give tokens that the API's consent policy takes. */
export const grantType: Check = {
  code: 'grant-type',
  *find({ catalog, subscriptions }) {
    for (const { value, api, at } of subscriptions) {
      const policy = api && policyOf(catalog, api.value, 'consent');
      if (!api || !policy || policy.value.userContext === 'any') continue;
      const { userContext } = policy.value;
      for (const [index, grant] of (value.grantTypes ?? []).entries()) {
        if ((grant === TWO_LEGGED) === (userContext === 'two-legged')) continue;
        yield error(
          at(['grantTypes', index]),
          `grant '${grant}' does not give ${userContext} tokens, and api '${api.name}' takes no others (consent policy '${policy.name}')`,
          userContext === 'two-legged'
            ? `write ${TWO_LEGGED}`
            : 'write authorization_code, urn:openid:params:grant-type:ciba or urn:ietf:params:oauth:grant-type:jwt-bearer',
        );
      }
    }
  },
};
