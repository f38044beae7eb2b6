import { type ApiEntry, type Catalog, type Entry, type Environment, isTierOpenIn, type Tier, tierFrom } from '../model';

/**
 * The tiers of an API that grant access in an environment on a day or later, best first: what the gateway enforces now, and what it
 * will enforce when a version of terms that is sealed already is in force. Unknown tiers are ignored.
 */
export function openTiersFrom(
  catalog: Catalog,
  api: ApiEntry,
  environment: Entry<Environment>,
  day: string,
): readonly Entry<Tier>[] {
  return api.value.tiers.flatMap((name) => {
    const tier = catalog.tiers.get(name);
    const applied = tier ? tierFrom(catalog, tier, day) : [];
    return applied.map((one) => one.tier).filter(({ value }) => isTierOpenIn(value, environment.value));
  });
}
