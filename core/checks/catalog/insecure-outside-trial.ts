import type { Catalog, Entry, Environment, Position } from '../../model';
import { consentUrls } from '../../model/live-consent';
import { type Check, found } from '../check';

interface InsecureSetting {
  readonly environment: string;
  readonly problem: string;
  readonly hint: string;
  at(): Position;
}

const USE_HTTPS = 'use HTTPS';

export const insecureOutsideTrial: Check<'insecure-outside-trial'> = {
  code: 'insecure-outside-trial',
  severity: 'error',
  per: 'catalog',
  summary:
    "An environment that is not a trial uses plain HTTP (for keys, consent, audit records, Terraform's state or the APIs themselves), or does not verify an upstream's certificate.",
  rationale: 'tokens and personal data could be read or changed on the way',
  fix: 'Use HTTPS, or write `trial: true` in the environment if it has no real data.',
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: staging
audit: { endpoint: 'http://audit.staging.example' }
`,
    prefer: `kind: Environment
name: staging
audit: { endpoint: 'https://audit.staging.example' }
`,
  },
  *find({ catalog }) {
    for (const { environment, problem, hint, at } of insecureSettings(catalog)) {
      const entry = catalog.environments.get(environment);
      if (!entry || entry.value.trial === true) continue;
      yield found(
        at(),
        `${problem} in environment '${environment}', which is not a trial`,
        `${hint}, or write \`trial: true\` in the environment if it has no real data`,
      );
    }
  },
};

function* insecureSettings(catalog: Catalog): Iterable<InsecureSetting> {
  for (const environment of catalog.environments.values()) yield* ofEnvironment(environment);
  for (const policy of catalog.policies.token.values()) {
    for (const [environment, { jwksUri }] of Object.entries(policy.value.environments)) {
      if (!isPlain(jwksUri)) continue;
      const problem = `token policy '${policy.name}' fetches keys over HTTP`;
      yield { environment, problem, hint: USE_HTTPS, at: () => policy.at(['environments', environment, 'jwksUri']) };
    }
  }
  for (const policy of catalog.policies.consent.values()) {
    for (const { path, urls } of consentUrls(policy.value)) {
      for (const [environment, url] of Object.entries(urls)) {
        if (!isPlain(url)) continue;
        const problem = `consent policy '${policy.name}' asks over HTTP`;
        yield { environment, problem, hint: USE_HTTPS, at: () => policy.at([...path, environment]) };
      }
    }
  }
  for (const api of catalog.apis.values()) {
    for (const [environment, { verifyTls }] of Object.entries(api.value.upstreams)) {
      if (verifyTls !== false) continue;
      const problem = `api '${api.name}' does not verify the certificate of its upstream`;
      const hint = 'remove `verifyTls: false`';
      yield { environment, problem, hint, at: () => api.at(['upstreams', environment, 'verifyTls']) };
    }
  }
}

function* ofEnvironment(entry: Entry<Environment>): Iterable<InsecureSetting> {
  const environment = entry.name;
  const index = entry.value.protocols?.indexOf('http') ?? -1;
  if (index >= 0) {
    yield {
      environment,
      problem: 'APIs are served over HTTP',
      hint: USE_HTTPS,
      at: () => entry.at(['protocols', index]),
    };
  }
  const { backend } = entry.value;
  if (backend?.type === 's3' && isPlain(backend.endpoint)) {
    yield {
      environment,
      problem: 'Terraform state is stored over HTTP',
      hint: USE_HTTPS,
      at: () => entry.at(['backend', 'endpoint']),
    };
  }
  if (isPlain(entry.value.audit?.endpoint)) {
    yield {
      environment,
      problem: 'audit records are sent over HTTP',
      hint: USE_HTTPS,
      at: () => entry.at(['audit', 'endpoint']),
    };
  }
}

function isPlain(url: string | undefined): boolean {
  return url?.startsWith('http://') === true;
}
