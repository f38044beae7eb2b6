import type { Catalog, Entry, Environment, Position } from '../../model';
import { consentUrls } from '../../model/live-consent';
import { type Check, error } from './check';

interface Leniency {
  readonly environment: string;
  readonly words: string;
  readonly hint: string;
  at(): Position;
}

const USE_HTTPS = 'use https';

/** Plain http and unchecked certificates are for environments in which things are tried out. */
export const trialOnly: Check = {
  code: 'trial-only',
  *find({ catalog }) {
    for (const { environment, words, hint, at } of leniencies(catalog)) {
      const entry = catalog.environments.get(environment);
      if (!entry || entry.value.trial === true) continue;
      yield error(
        at(),
        `${words} in environment '${environment}', which is not for trying out`,
        `${hint}, or write \`trial: true\` in the environment if no real data passes there`,
      );
    }
  },
};

function* leniencies(catalog: Catalog): Iterable<Leniency> {
  for (const environment of catalog.environments.values()) yield* ofEnvironment(environment);
  for (const policy of catalog.policies.token.values()) {
    for (const [environment, { jwksUri }] of Object.entries(policy.value.environments)) {
      if (!isPlain(jwksUri)) continue;
      const words = `token policy '${policy.name}' fetches keys over http`;
      yield { environment, words, hint: USE_HTTPS, at: () => policy.at(['environments', environment, 'jwksUri']) };
    }
  }
  for (const policy of catalog.policies.consent.values()) {
    for (const { path, urls } of consentUrls(policy.value)) {
      for (const [environment, url] of Object.entries(urls)) {
        if (!isPlain(url)) continue;
        const words = `consent policy '${policy.name}' asks over http`;
        yield { environment, words, hint: USE_HTTPS, at: () => policy.at([...path, environment]) };
      }
    }
  }
  for (const api of catalog.apis.values()) {
    for (const [environment, { verifyTls }] of Object.entries(api.value.upstreams)) {
      if (verifyTls !== false) continue;
      const words = `api '${api.name}' does not check its upstream's certificate`;
      const hint = 'take `verifyTls: false` out';
      yield { environment, words, hint, at: () => api.at(['upstreams', environment, 'verifyTls']) };
    }
  }
}

function* ofEnvironment(entry: Entry<Environment>): Iterable<Leniency> {
  const environment = entry.name;
  const index = entry.value.protocols?.indexOf('http') ?? -1;
  if (index >= 0) {
    yield {
      environment,
      words: 'apis are served over http',
      hint: USE_HTTPS,
      at: () => entry.at(['protocols', index]),
    };
  }
  const { backend } = entry.value;
  if (backend?.type === 's3' && isPlain(backend.endpoint)) {
    yield {
      environment,
      words: 'state is kept over http',
      hint: USE_HTTPS,
      at: () => entry.at(['backend', 'endpoint']),
    };
  }
  if (isPlain(entry.value.audit?.endpoint)) {
    yield {
      environment,
      words: 'audit records are sent over http',
      hint: USE_HTTPS,
      at: () => entry.at(['audit', 'endpoint']),
    };
  }
}

function isPlain(url: string | undefined): boolean {
  return url?.startsWith('http://') === true;
}
