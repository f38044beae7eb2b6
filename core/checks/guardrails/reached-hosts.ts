import { type Catalog, type Entry, type Environment, getOwn, isServedIn, type Position } from '../../model';

/** A host that an environment's gateway connects to. */
export interface ReachedHost {
  readonly host: string;
  /** What it is used for: `upstream of api 'sim-swap'`. */
  readonly use: string;
  /** Whether it receives the calls of partners. */
  readonly isUpstream: boolean;
  at(): Position;
}

/** Every host that an environment's gateway connects to: upstreams, keys, consent, audit, counters. */
export function* reachedHosts(catalog: Catalog, environment: Entry<Environment>): Iterable<ReachedHost> {
  const { name, value } = environment;
  const served = [...catalog.apis.values()].filter((api) => isServedIn(api.value, value));
  for (const api of served) {
    const url = getOwn(api.value.upstreams, name)?.url;
    yield* host(url, `upstream of api '${api.name}'`, () => api.at(['upstreams', name, 'url']), true);
  }
  for (const policy of catalog.policies.token.values()) {
    if (!served.some((api) => api.value.policies.token === policy.name)) continue;
    const url = getOwn(policy.value.environments, name)?.jwksUri;
    yield* host(url, `key set of token policy '${policy.name}'`, () => policy.at(['environments', name, 'jwksUri']));
  }
  for (const policy of catalog.policies.consent.values()) {
    if (!served.some((api) => api.value.policies.consent === policy.name)) continue;
    const { live } = policy.value;
    const use = `endpoint of consent policy '${policy.name}'`;
    yield* host(getOwn(live?.urls, name), use, () => policy.at(['live', 'urls', name]));
    const otherwise = getOwn(live?.otherwise?.urls, name);
    yield* host(otherwise, use, () => policy.at(['live', 'otherwise', 'urls', name]));
  }
  yield* host(value.audit?.endpoint, 'audit endpoint', () => environment.at(['audit', 'endpoint']));
  if (value.counters.store === 'redis') {
    const at = () => environment.at(['counters', 'host']);
    yield { host: value.counters.host, use: 'counters', isUpstream: false, at };
  }
}

/** The hosts that production uses, each with its first use. */
export function productionHosts(catalog: Catalog): ReadonlyMap<string, ReachedHost & { readonly environment: string }> {
  const hosts = new Map<string, ReachedHost & { readonly environment: string }>();
  for (const environment of catalog.environments.values()) {
    if (environment.value.stage !== 'production') continue;
    for (const reached of reachedHosts(catalog, environment)) {
      if (!hosts.has(reached.host)) hosts.set(reached.host, { ...reached, environment: environment.name });
    }
  }
  return hosts;
}

function* host(url: string | undefined, use: string, at: () => Position, isUpstream = false): Iterable<ReachedHost> {
  const name = url === undefined ? undefined : hostOf(url);
  if (name !== undefined) yield { host: name, use, isUpstream, at };
}

/** The host of a URL in lower case; undefined if it has none. */
function hostOf(url: string): string | undefined {
  return /^https?:\/\/([^/?#:]+)/.exec(url)?.[1]?.toLowerCase();
}
