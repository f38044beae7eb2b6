import type { ApiEntry, Catalog, Entry, Environment } from '../../model';
import { consentUrls } from '../../model/live-consent';
import { type Check, type Found, found } from '../check';
import { apisByPolicy } from './shared/apis-by-policy';
import { servedEnvironments } from './shared/served-environments';
import { lacksEnvironment } from './shared/unknown-names';

export const environmentNotCovered: Check<'environment-not-covered'> = {
  code: 'environment-not-covered',
  severity: 'error',
  per: 'catalog',
  summary:
    "An environment serves an API, but one of the API's policies lacks a setting for that environment: the audience of tokens, the address for consent, a client CA, or the audit endpoint or file.",
  rationale: 'the gateway could not enforce the policy in that environment',
  fix: "Add the setting for the environment, or remove the API's upstream for it.",
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: TokenPolicy
name: operator-idp
environments:
  sandbox:
    issuer: https://idp.sandbox.example
    jwksUri: https://idp.sandbox.example/jwks
    audience: https://api.sandbox.example
---
kind: Api
name: sim-swap
upstreams:
  sandbox: { url: https://sim-swap.sandbox }
  production: { url: https://sim-swap.internal }
policies: { token: operator-idp }
`,
      without: ['environments.production'],
    },
    prefer: `kind: TokenPolicy
name: operator-idp
environments:
  sandbox:
    issuer: https://idp.sandbox.example
    jwksUri: https://idp.sandbox.example/jwks
    audience: https://api.sandbox.example
  production:
    issuer: https://idp.example
    jwksUri: https://idp.example/jwks
    audience: https://api.example
---
kind: Api
name: sim-swap
upstreams:
  sandbox: { url: https://sim-swap.sandbox }
  production: { url: https://sim-swap.internal }
policies: { token: operator-idp }
`,
  },
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
    for (const [environment, served] of byServingEnvironment(catalog, apis)) {
      if (!lacksEnvironment(catalog, policy.value.environments, environment.name)) continue;
      yield found(
        policy.at(['environments'], 'key'),
        `token policy '${name}' has no entry for environment '${environment.name}', where ${describeServed(served)} served`,
        `add '${environment.name}' with its audience`,
      );
    }
  }
}

function* byConsent(catalog: Catalog): Iterable<Found> {
  for (const [name, apis] of apisByPolicy(catalog, 'consent')) {
    const policy = catalog.policies.consent.get(name);
    if (!policy) continue;
    for (const [environment, served] of byServingEnvironment(catalog, apis)) {
      for (const { path, urls } of consentUrls(policy.value)) {
        if (!lacksEnvironment(catalog, urls, environment.name)) continue;
        yield found(
          policy.at(path, 'key'),
          `consent policy '${name}' asks for consent during the call, but has no address for environment '${environment.name}', where ${describeServed(served)} served`,
          `add '${environment.name}' with the address of the consent service`,
        );
      }
    }
  }
}

function* byMtls(catalog: Catalog): Iterable<Found> {
  for (const [name, apis] of apisByPolicy(catalog, 'mtls')) {
    const policy = catalog.policies.mtls.get(name);
    if (!policy) continue;
    for (const [environment, served] of byServingEnvironment(catalog, apis)) {
      const trusted = environment.value.clientCas?.map((ca) => ca.name) ?? [];
      if (trusted.length === 0) {
        yield found(
          environment.at(),
          `environment '${environment.name}' trusts no client CA, but mtls policy '${name}' requires client certificates where ${describeServed(served)} served`,
          'add `clientCas` with the certificate of the CA',
        );
        continue;
      }
      for (const [index, ca] of (policy.value.clientCas ?? []).entries()) {
        if (trusted.includes(ca) || !existsAnywhere(catalog, ca)) continue;
        yield found(
          policy.at(['clientCas', index]),
          `client CA '${ca}' of mtls policy '${name}' does not exist in environment '${environment.name}', where ${describeServed(served)} served`,
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
    for (const [environment, served] of byServingEnvironment(catalog, apis)) {
      if (environment.value.audit?.[field] !== undefined) continue;
      yield found(
        environment.at(['audit']),
        `environment '${environment.name}' has no audit ${field}, but audit policy '${name}' needs one where ${describeServed(served)} served`,
        `add \`audit.${field}\``,
      );
    }
  }
}

/** The environments that serve any of some APIs, each with the APIs that it serves. */
function byServingEnvironment(
  catalog: Catalog,
  apis: readonly ApiEntry[],
): ReadonlyMap<Entry<Environment>, readonly ApiEntry[]> {
  const byEnvironment = new Map<Entry<Environment>, ApiEntry[]>();
  for (const api of apis) {
    for (const environment of servedEnvironments(catalog, api)) {
      const list = byEnvironment.get(environment);
      if (list) list.push(api);
      else byEnvironment.set(environment, [api]);
    }
  }
  return byEnvironment;
}

/** `api 'sim-swap' and 3 more are` */
function describeServed(apis: readonly ApiEntry[]): string {
  const rest = apis.length - 1;
  return `api '${apis[0]?.name}' ${rest === 0 ? 'is' : `and ${rest} more are`}`;
}

/** Whether any environment has a client CA. If none has, `unknown-reference` reports it. */
function existsAnywhere(catalog: Catalog, ca: string): boolean {
  return [...catalog.environments.values()].some((one) => one.value.clientCas?.some(({ name }) => name === ca));
}
