import type { Catalog, Entry, Environment } from '../../../model';
import { policyOf, tierWindows } from '../../../model';
import { type Found, found } from '../../check';
import { openTiersFrom } from '../../open-tiers';
import { servedEnvironments } from './served-environments';

/** Findings about quotas that are counted on each node from a day on, in trial environments or in all others. */
export function* localQuotas(catalog: Catalog, asOf: string, isTrial: boolean, hint: string): Iterable<Found> {
  for (const [environment, owners] of quotaOwners(catalog, asOf)) {
    if ((environment.value.trial === true) !== isTrial) continue;
    yield found(
      environment.at(['counters']),
      `environment '${environment.name}' counts calls on each node separately and loses the counts on a restart, but ${list(owners)} ${owners.size === 1 ? 'has' : 'have'} a daily or monthly quota`,
      hint,
    );
  }
}

/** The environments with local counters, each with the tiers and policies that have a quota there. */
function quotaOwners(catalog: Catalog, asOf: string): ReadonlyMap<Entry<Environment>, ReadonlySet<string>> {
  const byEnvironment = new Map<Entry<Environment>, Set<string>>();
  for (const api of catalog.apis.values()) {
    for (const environment of servedEnvironments(catalog, api)) {
      if (environment.value.counters.store !== 'local') continue;
      const owners = byEnvironment.get(environment) ?? new Set();
      for (const tier of openTiersFrom(catalog, api, environment, asOf)) {
        if (tierWindows(tier.value, api.name).some(({ part }) => part === 'quota')) owners.add(`tier '${tier.name}'`);
      }
      const policy = policyOf(catalog, api.value, 'rateLimit');
      if (policy?.value.quota) owners.add(`rate limit policy '${policy.name}'`);
      if (owners.size > 0) byEnvironment.set(environment, owners);
    }
  }
  return byEnvironment;
}

function list(owners: ReadonlySet<string>): string {
  return [...owners]
    .sort()
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}
