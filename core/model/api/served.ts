import { getOwn } from '../base/get-own';
import type { NamedValue } from '../catalog/catalog';
import type { Api, Environment, Tier } from '../kinds';

/** The upstream of an API in one environment. */
export type Upstream = Api['upstreams'][string];

/** The upstream of an API in an environment, whether the environment serves the API or not. */
export function upstreamIn<U extends Upstream>(
  api: { readonly upstreams: Readonly<Record<string, U>> },
  environment: string,
): U | undefined {
  return getOwn(api.upstreams, environment);
}

/**
 * Whether an environment serves an API: the API has an upstream there, and its lifecycle allows it. Drafts and retired APIs are not
 * served, previews only outside production, published and deprecated APIs everywhere.
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

/** Whether a tier grants access in an environment. Drafts do so only in sandboxes. */
export function isTierOpenIn({ status }: Pick<Tier, 'status'>, { stage }: Pick<Environment, 'stage'>): boolean {
  return status !== 'draft' || stage === 'sandbox';
}

/**
 * The tiers at which an API is offered, best first.
 *
 * @param catalog the tiers of a catalog, or as they apply on a day (`tiersOn`)
 * @throws Error if one does not exist, which the checks report first
 */
export function tiersOf(
  { tiers }: { readonly tiers: ReadonlyMap<string, NamedValue<Tier>> },
  api: Api,
): readonly Tier[] {
  return api.tiers.map((name) => {
    const tier = tiers.get(name);
    if (tier) return tier.value;
    throw new Error(`api '${api.name}' is offered at tier '${name}', which does not exist; check the catalog first`);
  });
}
