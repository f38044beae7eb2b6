import type { ApiEntry, Catalog, Entry, Environment } from '../../model';
import { consentUrls } from '../../model/live-consent';
import { type Check, error, type Found } from './check';
import { apisByPolicy } from './shared/apis-by-policy';
import { servedEnvironments } from './shared/served-environments';
import { lacksEnvironment } from './shared/unknown-names';

/** Where an API is served, its policies have all they need. */
export const environmentNotCovered: Check = {
  code: 'environment-not-covered',
  *find({ catalog }) {
    yield* byToken(catalog);
    yield* byConsent(catalog);
    yield* byMtls(catalog);
    yield* byAudit(catalog);
  },
};

function* byToken(catalog: Catalog): Iterable<Found> {
  for (const [name, apis] of apisByPolicy(catalog, 'token')) {
    const policy = catalog.policies.token.get(name);
    if (!policy) continue;
    for (const [environment, users] of served(catalog, apis)) {
      if (!lacksEnvironment(catalog, policy.value.environments, environment.name)) continue;
      yield error(
        policy.at(['environments'], 'key'),
        `token policy '${name}' has no entry for environment '${environment.name}', where ${words(users)} served`,
        `add '${environment.name}' with its audience`,
      );
    }
  }
}

function* byConsent(catalog: Catalog): Iterable<Found> {
  for (const [name, apis] of apisByPolicy(catalog, 'consent')) {
    const policy = catalog.policies.consent.get(name);
    if (!policy) continue;
    for (const [environment, users] of served(catalog, apis)) {
      for (const { path, urls } of consentUrls(policy.value)) {
        if (!lacksEnvironment(catalog, urls, environment.name)) continue;
        yield error(
          policy.at(path, 'key'),
          `consent policy '${name}' asks at the time of the call, but has no address for environment '${environment.name}', where ${words(users)} served`,
          `add '${environment.name}' with the address to ask`,
        );
      }
    }
  }
}

function* byMtls(catalog: Catalog): Iterable<Found> {
  for (const [name, apis] of apisByPolicy(catalog, 'mtls')) {
    const policy = catalog.policies.mtls.get(name);
    if (!policy) continue;
    for (const [environment, users] of served(catalog, apis)) {
      const trusted = environment.value.clientCas?.map((ca) => ca.name) ?? [];
      if (trusted.length === 0) {
        yield error(
          environment.at(),
          `environment '${environment.name}' trusts no client CA, but mtls policy '${name}' asks for client certificates where ${words(users)} served`,
          'add `clientCas` with the certificate of the CA',
        );
        continue;
      }
      for (const [index, ca] of (policy.value.clientCas ?? []).entries()) {
        if (trusted.includes(ca) || !existsSomewhere(catalog, ca)) continue;
        yield error(
          policy.at(['clientCas', index]),
          `client CA '${ca}' of mtls policy '${name}' does not exist in environment '${environment.name}', where ${words(users)} served`,
          `add it to the environment's \`clientCas\``,
        );
      }
    }
  }
}

function* byAudit(catalog: Catalog): Iterable<Found> {
  for (const [name, apis] of apisByPolicy(catalog, 'audit')) {
    const policy = catalog.policies.audit.get(name);
    if (!policy) continue;
    const field = policy.value.sink === 'http' ? 'endpoint' : 'file';
    for (const [environment, users] of served(catalog, apis)) {
      if (environment.value.audit?.[field] !== undefined) continue;
      yield error(
        environment.at(['audit']),
        `environment '${environment.name}' has no audit ${field}, but audit policy '${name}' writes to one where ${words(users)} served`,
        `add \`audit.${field}\``,
      );
    }
  }
}

/** The environments that serve any of some APIs, each with those that it serves. */
function served(catalog: Catalog, apis: readonly ApiEntry[]): ReadonlyMap<Entry<Environment>, readonly ApiEntry[]> {
  const found = new Map<Entry<Environment>, ApiEntry[]>();
  for (const api of apis) {
    for (const environment of servedEnvironments(catalog, api)) {
      const list = found.get(environment);
      if (list) list.push(api);
      else found.set(environment, [api]);
    }
  }
  return found;
}

/** `api 'sim-swap' and 3 more are` */
function words(apis: readonly ApiEntry[]): string {
  const rest = apis.length - 1;
  return `api '${apis[0]?.name}' ${rest === 0 ? 'is' : `and ${rest} more are`}`;
}

/** A CA that no environment has is unknown, and told once. */
function existsSomewhere(catalog: Catalog, ca: string): boolean {
  return [...catalog.environments.values()].some((one) => one.value.clientCas?.some(({ name }) => name === ca));
}
