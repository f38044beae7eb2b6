import { type Catalog, type Entry, type Environment, getOwn, isServedIn, type Position } from '../../model';

/** A host that an environment's gateway talks to. */
export interface ReachedHost {
  readonly host: string;
  /** What for, as words: `upstream of api 'sim-swap'`. */
  readonly use: string;
  /** Whether calls are sent there. */
  readonly upstream: boolean;
  at(): Position;
}

/** Every host that an environment's gateway talks to: upstreams, keys, consent, audit, counters. */
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
    yield { host: value.counters.host, use: 'counters', upstream: false, at };
  }
}

function* host(url: string | undefined, use: string, at: () => Position, upstream = false): Iterable<ReachedHost> {
  const name = url === undefined ? undefined : hostOf(url);
  if (name !== undefined) yield { host: name, use, upstream, at };
}

/** The host of an address, in lower case; undefined where it has none. */
function hostOf(url: string): string | undefined {
  return /^https?:\/\/([^/?#:]+)/.exec(url)?.[1]?.toLowerCase();
}
