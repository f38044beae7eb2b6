import { getOwn } from '../base/get-own';
import type { Catalog, Entry, Valued } from '../catalog/catalog';
import type { Api, Environment, Tier } from '../kinds';

/** The upstream of an API in one environment. */
export type Upstream = Api['upstreams'][string];

/** The upstream that an API has in an environment, whether it is served there or not. */
export function upstreamIn<U extends Upstream>(
  api: { readonly upstreams: Readonly<Record<string, U>> },
  environment: string,
): U | undefined {
  return getOwn(api.upstreams, environment);
}

/**
 * Whether an environment serves an API: the API has an upstream there, and its lifecycle allows it. Drafts and retired APIs are
 * served nowhere, previews outside production, published and deprecated ones everywhere.
 */
export function isServedIn(api: Api, environment: Environment): boolean {
  if (upstreamIn(api, environment.name) === undefined) return false;
  switch (api.lifecycle) {
    case 'draft':
    case 'retired':
      return false;
    case 'preview':
      return environment.stage !== 'production';
    case 'published':
    case 'deprecated':
      return true;
  }
}

/** Whether a tier grants anything in an environment: a draft does in a sandbox only. */
export function isTierOpenIn({ status }: Pick<Tier, 'status'>, { stage }: Pick<Environment, 'stage'>): boolean {
  return status !== 'draft' || stage === 'sandbox';
}

/** The tiers at which an API is offered and that grant something in an environment, best first; names of no tier are left out. */
export function openTiers(
  catalog: Catalog,
  { value }: Valued<Api>,
  environment: Valued<Environment>,
): readonly Entry<Tier>[] {
  return value.tiers.flatMap((name) => {
    const tier = catalog.tiers.get(name);
    return tier && isTierOpenIn(tier.value, environment.value) ? [tier] : [];
  });
}

/**
 * The tiers at which an API is offered, best first.
 *
 * @throws Error when one does not exist: the check comes first
 */
export function tiersOf(catalog: Catalog, api: Api): readonly Tier[] {
  return api.tiers.map((name) => {
    const tier = catalog.tiers.get(name);
    if (tier) return tier.value;
    throw new Error(`api '${api.name}' is offered at tier '${name}', which does not exist; check the catalog first`);
  });
}
