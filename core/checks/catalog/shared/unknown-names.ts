import type { ApiEntry, Catalog, Partner, Programme } from '../../../model';
import { getOwn } from '../../../model';

/** Whether a map from environments has the name of one that does not exist, which may have been meant as any of them. */
export function namesUnknownEnvironment(catalog: Catalog, map: Readonly<Record<string, unknown>> | undefined): boolean {
  return Object.keys(map ?? {}).some((name) => !catalog.environments.has(name));
}

/** Whether a map from environments has no entry for one, unless one of its names is unknown: that may be a typo of this one. */
export function lacksEnvironment(
  catalog: Catalog,
  map: Readonly<Record<string, unknown>>,
  environment: string,
): boolean {
  return getOwn(map, environment) === undefined && !namesUnknownEnvironment(catalog, map);
}

/** Whether an API is offered at a tier that does not exist, which may have been meant as any of them. */
export function namesUnknownTier(catalog: Catalog, api: ApiEntry): boolean {
  return api.value.tiers.some((tier) => !catalog.tiers.has(tier));
}

/** Whether a partner has evidence for a requirement that does not exist, which may have been meant as any of them. */
export function namesUnknownRequirement({ evidence = [] }: Partner, programme: Programme | undefined): boolean {
  return evidence.some(({ requirement }) => getOwn(programme?.requirements, requirement) === undefined);
}
