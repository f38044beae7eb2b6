import type { ApiEntry } from '../../model';
import { exposedOperations, scopeAlternatives } from '../../model';
import { type Check, found } from '../check';
import { knownScopes } from './shared/known-scopes';

export const scopeWithoutOperation: Check<'scope-without-operation'> = {
  code: 'scope-without-operation',
  severity: 'warning',
  per: 'application',
  summary:
    'A granted scope is not needed by any operation of the API, or all granted scopes together are not enough for any operation.',
  rationale: 'the scope gives no access today, but would give access to whatever operation needs it later',
  fix: 'Remove the scope, or grant the scopes that the operation needs.',
  waivable: true,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap
    tier: free
    scopes: [sim-swap:check, sim-swap:unused]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
    prefer: `kind: Application
partner: initech
name: portal
subscriptions:
  - api: sim-swap
    tier: free
    scopes: [sim-swap:check]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
  },
  *find(application, { subscriptionsOf }) {
    for (const { value, api, at } of subscriptionsOf(application.id)) {
      const { scopes: named } = value;
      // An unknown scope may have been meant as any of them.
      if (!api || !named || named.some((scope) => !knownScopes(api).includes(scope))) continue;
      const operations = exposedOperations(api);
      const needed = neededScopes(api);
      let unneeded = 0;
      for (const [index, scope] of named.entries()) {
        if (needed.has(scope)) continue;
        unneeded += 1;
        const hint = 'remove it, or write the scope of the intended operation';
        yield found(at(['scopes', index]), `no operation of api '${api.name}' requires scope '${scope}'`, hint);
      }
      if (unneeded > 0 || operations.length === 0) continue;
      const granted = new Set<string>(named);
      const callable = operations.some((operation) =>
        scopeAlternatives(operation).some((all) => all.every((scope) => granted.has(scope))),
      );
      if (callable) continue;
      yield found(
        at(['scopes']),
        `the scopes of '${application.id}' are not enough for any operation of api '${api.name}'`,
        'grant all scopes that an operation needs',
      );
    }
  },
};

const cache = new WeakMap<ApiEntry, ReadonlySet<string>>();

/** The scopes that the exposed operations of an API need. */
function neededScopes(api: ApiEntry): ReadonlySet<string> {
  const cached = cache.get(api);
  if (cached) return cached;
  const scopes = new Set(exposedOperations(api).flatMap((operation) => scopeAlternatives(operation).flat()));
  cache.set(api, scopes);
  return scopes;
}
