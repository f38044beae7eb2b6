import { exposedOperations } from '../access/served';
import type { ApiEntry } from '../catalog';
import { type Check, warning } from './check';

/** Granted scopes let their holder call something. */
export const scopeWithoutOperation: Check = {
  code: 'scope-without-operation',
  *find({ subscriptions }) {
    const needs = new Map<ApiEntry, ReadonlySet<string>>();
    for (const { application, value, api, at } of subscriptions) {
      // One of the names is wrong, and nobody knows which one was meant.
      if (!api || value.scopes.some((scope) => !api.definition.scopes.includes(scope))) continue;
      const operations = exposedOperations(api);
      const needed = needs.get(api) ?? new Set(operations.flatMap(({ scopes }) => scopes.flat()));
      needs.set(api, needed);
      let idle = 0;
      for (const [index, scope] of value.scopes.entries()) {
        if (needed.has(scope)) continue;
        idle += 1;
        const hint = 'take it out, or grant the scope of the operation that is meant';
        yield warning(at(['scopes', index]), `scope '${scope}' opens no operation of api '${api.name}'`, hint);
      }
      if (idle > 0 || operations.length === 0) continue;
      const granted = new Set<string>(value.scopes);
      const callable = operations.some(
        ({ scopes }) => scopes.length === 0 || scopes.some((all) => all.every((scope) => granted.has(scope))),
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
