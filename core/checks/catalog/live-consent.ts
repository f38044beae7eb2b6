import type { ApiEntry, Catalog, ConsentPolicy, Entry } from '../../model';
import { exposedOperations, NO_SCOPE, policyOf, strayConsentField } from '../../model';
import { type Check, error, type Found, warning } from './check';
import { apisByPolicy } from './shared/apis-by-policy';

type Policy = Entry<ConsentPolicy>;

/** Where a user's consent is asked for at the time of the call, there is somebody to ask, and something to ask about. */
export const liveConsent: Check = {
  code: 'live-consent',
  *find({ catalog }) {
    const users = apisByPolicy(catalog, 'consent');
    for (const policy of catalog.policies.consent.values()) {
      if (!policy.value.live) continue;
      yield* strayField(policy);
      yield* neverAsks(policy);
      const asked: ApiEntry[] = [];
      for (const api of users.get(policy.name) ?? []) {
        const never = [...neverAsksFor(catalog, api, policy)];
        yield* never;
        if (never.length > 0) continue;
        asked.push(api);
        yield* withoutScopes(api, policy);
      }
      yield* avoidable(asked, policy);
    }
  },
};

function* strayField(policy: Policy): Iterable<Found> {
  const field = policy.value.live && strayConsentField(policy.value.live);
  if (field === 'authorization') {
    yield error(
      policy.at(['live', 'authorization']),
      `consent policy '${policy.name}' has credentials for a Consent Info API, which is asked with the caller's own token`,
      "take `authorization` out, or move it to `live.otherwise` with the operator's endpoint for tokens that cannot be used to ask",
    );
  } else if (field === 'otherwise') {
    yield error(
      policy.at(['live', 'otherwise'], 'key'),
      `consent policy '${policy.name}' asks at the operator's endpoint always, so its \`otherwise\` is never used`,
      'write `source: consent-info` with the address of that API in `urls`, or take `otherwise` out',
    );
  }
}

function* neverAsks(policy: Policy): Iterable<Found> {
  if (policy.value.userContext !== 'two-legged') return;
  yield error(
    policy.at(['userContext']),
    `consent policy '${policy.name}' takes two-legged tokens alone, so its \`live\` never asks: behind them there is no user`,
    'write `userContext: three-legged`, or take `live` out',
  );
}

/** Where users are demanded, 'user-context' says so. */
function* neverAsksFor(catalog: Catalog, api: ApiEntry, policy: Policy): Iterable<Found> {
  const token = policyOf(catalog, api.value, 'token');
  if (policy.value.userContext !== 'any' || !token) return;
  const words = `consent policy '${policy.name}' of api '${api.name}' never asks for consent: token policy '${token.name}'`;
  if (token.value.signedBy === 'partner') {
    yield error(
      api.at(['policies', 'consent']),
      `${words} is for tokens that partners sign, behind which there is no user`,
      'take a token policy that is `signedBy: idp`, or a consent policy without `live`',
    );
  } else if (!token.value.threeLegged) {
    yield error(
      api.at(['policies', 'consent']),
      `${words} has no rule that tells tokens of users`,
      'add `threeLegged` to the token policy, or take a consent policy without `live`',
    );
  }
}

/** Consent is asked for by scopes: a Consent Info API has no other way. */
function* withoutScopes(api: ApiEntry, policy: Policy): Iterable<Found> {
  if (policy.value.userContext === 'two-legged') return;
  const [first, ...more] = exposedOperations(api).filter(({ scopes }) => scopes === NO_SCOPE);
  if (!first) return;
  const outcome = policy.value.live?.failure === 'open' ? 'passes unasked' : 'is refused';
  yield warning(
    api.at(['policies', 'consent']),
    `operation '${first.id}' of api '${api.name}'${more.length === 0 ? ' needs' : ` and ${more.length} more need`} no scope to ask about, so every call with a token of a user ${outcome} (consent policy '${policy.name}')`,
    'give it a scope, in the OpenAPI file or with `routes: [{ operation, scopes: […] }]`, hide it with `exposed: false`, or take a consent policy without `live`',
  );
}

/** A partner that may have both kinds of tokens chooses whether its calls are asked about. */
function* avoidable(users: readonly ApiEntry[], policy: Policy): Iterable<Found> {
  if (policy.value.userContext !== 'any') return;
  const api = users.find(({ value }) => value.personalData);
  if (!api) return;
  yield warning(
    policy.at(['userContext']),
    `consent policy '${policy.name}' takes two-legged tokens as well, for which nobody is asked: a partner that may have them calls api '${api.name}', which touches personal data, without the user's consent`,
    'write `userContext: three-legged`; other legal bases than consent need a policy without `live`',
  );
}
