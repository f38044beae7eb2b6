import { CatalogApi, PartnerTier } from '../constructs';
import { type ApiEntry, type Catalog, isServedIn, policiesOf, tiersOf } from '../core/model';
import type { EnvironmentStack } from './environment-stack';

/**
 * The APIs of a catalog by domain, both sorted by name. A domain whose APIs are served nowhere is there, too: its stack is
 * then empty, so that applying it takes away what it held.
 */
export function apisByDomain(catalog: Catalog): ReadonlyMap<string, readonly ApiEntry[]> {
  const byDomain = new Map<string, ApiEntry[]>();
  for (const api of catalog.apis.values()) {
    const { domain } = api.value;
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), api]);
  }
  return new Map([...byDomain].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Puts the APIs of a domain into its stack, those that the environment serves. */
export function fillDomain(stack: EnvironmentStack, catalog: Catalog, apis: readonly ApiEntry[]): void {
  const { environment } = stack;
  for (const { name, value: api, definition } of apis) {
    if (!isServedIn(api, environment)) continue;
    const tiers = tiersOf(catalog, api);
    // With a word in front, as partners have: no name can then be one that the tree of constructs has itself.
    new CatalogApi(stack, `api-${name}`, {
      api,
      definition,
      environment,
      tiers,
      policies: policiesOf(catalog, api),
      successor: catalog.apis.get(api.deprecation?.successor ?? '')?.value,
    });
    for (const tier of tiers)
      new PartnerTier(stack, `tier-${name}_${tier.name}`, { tier, api, definition, environment });
  }
}
