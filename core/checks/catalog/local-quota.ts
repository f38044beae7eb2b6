import type { Catalog, Entry, Environment } from '../../model';
import { openTiers, policyOf, tierWindows } from '../../model';
import { type Check, error, warning } from './check';
import { servedEnvironments } from './shared/served-environments';

/** What is sold by the day or the month is counted where all nodes see it and a restart does not lose it. */
export const localQuota: Check = {
  code: 'local-quota',
  *find({ catalog }) {
    for (const [environment, owners] of quotas(catalog)) {
      const trial = environment.value.trial === true;
      yield (trial ? warning : error)(
        environment.at(['counters']),
        `environment '${environment.name}' counts on each node by itself, where a restart loses the count, but ${[...owners].sort().join(', ')} limit${owners.size === 1 ? 's' : ''} calls by the day or the month`,
        trial
          ? 'fine for trying out; to keep the count, write `counters: { store: redis, host: … }`'
          : 'write `counters: { store: redis, host: … }`, or `trial: true` if the count may be lost',
      );
    }
  },
};

/** Environments with local counters, each with who has a quota there. */
function quotas(catalog: Catalog): ReadonlyMap<Entry<Environment>, ReadonlySet<string>> {
  const found = new Map<Entry<Environment>, Set<string>>();
  for (const api of catalog.apis.values()) {
    for (const environment of servedEnvironments(catalog, api)) {
      if (environment.value.counters.store !== 'local') continue;
      const owners = found.get(environment) ?? new Set();
      for (const tier of openTiers(catalog, api, environment)) {
        if (tierWindows(tier.value, api.name).some(({ part }) => part === 'quota')) owners.add(`tier '${tier.name}'`);
      }
      const policy = policyOf(catalog, api.value, 'rateLimit');
      if (policy?.value.quota) owners.add(`rate limit policy '${policy.name}'`);
      if (owners.size > 0) found.set(environment, owners);
    }
  }
  return found;
}
