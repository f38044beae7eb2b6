import type { ApiEntry } from '../../model';
import { exposedOperations, scopeAlternatives } from '../../model';
import { type Check, warning } from './check';
import { knownScopes } from './shared/known-scopes';

/** Granted scopes let their holder call something. */
export const scopeWithoutOperation: Check = {
  code: 'scope-without-operation',
  *find({ subscriptions }) {
    const needs = new Map<ApiEntry, ReadonlySet<string>>();
    for (const { application, value, api, at } of subscriptions) {
      const { scopes: named } = value;
      // One of the names is wrong, and nobody knows which one was meant.
      if (!api || !named || named.some((scope) => !knownScopes(api).includes(scope))) continue;
      const operations = exposedOperations(api);
      const needed = needs.get(api) ?? new Set(operations.flatMap((operation) => scopeAlternatives(operation).flat()));
      needs.set(api, needed);
      let idle = 0;
      for (const [index, scope] of named.entries()) {
        if (needed.has(scope)) continue;
        idle += 1;
        const hint = 'take it out, or grant the scope of the operation that is meant';
        yield warning(at(['scopes', index]), `scope '${scope}' opens no operation of api '${api.name}'`, hint);
      }
      if (idle > 0 || operations.length === 0) continue;
      const granted = new Set<string>(named);
      const callable = operations.some((operation) =>
        scopeAlternatives(operation).some((all) => all.every((scope) => granted.has(scope))),
      );
      if (callable) continue;
      yield warning(
        at(['scopes']),
        `scopes of '${application.id}' do not suffice for any operation of api '${api.name}'`,
        'grant all scopes that an operation needs together',
      );
    }
  },
};
