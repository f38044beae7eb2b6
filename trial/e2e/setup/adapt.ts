import type { YAMLMap } from 'yaml';
import { OPERATOR, RETRIEVE } from '../../consent/consent';
import type { CatalogCopy } from './catalog-copy';
import { type ApplicationSecrets, catalogJwk } from './credentials';
import { PATHS_API } from './paths-api';

/** The values for the adapted documents. URLs are those that the gateway uses. */
export interface Adaptation {
  readonly environment: string;
  readonly gateway: { readonly edition: 'oss' | 'enterprise'; readonly version: string };
  readonly upstreamUrl: string;
  /** The upstream of the path scenarios. */
  readonly pathsUrl: string;
  readonly jwksUri: string;
  readonly consentUrl: string;
  readonly auditUrl: string;
  readonly redis: { readonly host: string; readonly port: number } | undefined;
  /** The client CA's certificate as PEM. */
  readonly clientCa: string;
  /** By application ID. */
  readonly secrets: ReadonlyMap<string, ApplicationSecrets>;
}

/** Adapts one environment of a catalog to a run: URLs, the client CA, and credentials. */
export function adapt(copy: CatalogCopy, change: Adaptation): void {
  const { environment: name, upstreamUrl } = change;
  adaptEnvironment(copy, change);
  copy.edit('Api', (api) => {
    if (!api.hasIn(['upstreams', name])) return;
    api.setIn(['upstreams', name, 'url'], api.get('name') === PATHS_API ? change.pathsUrl : upstreamUrl);
  });
  copy.edit('TokenPolicy', (policy) => {
    if (policy.get('signedBy') !== 'idp' || !policy.hasIn(['environments', name])) return;
    policy.setIn(['environments', name, 'jwksUri'], change.jwksUri);
    policy.deleteIn(['environments', name, 'keys']);
  });
  copy.edit('ConsentPolicy', (policy) => {
    for (const source of [['live'], ['live', 'otherwise']]) {
      if (!policy.hasIn([...source, 'urls', name])) continue;
      // `otherwise` has no source: it is always the operator's endpoint.
      const path = policy.getIn([...source, 'source']) === 'consent-info' ? RETRIEVE : OPERATOR;
      policy.setIn([...source, 'urls', name], `${change.consentUrl}${path}`);
      policy.deleteIn([...source, 'authorization']);
    }
  });
  copy.editApplications((application, id) => adaptCredentials(application, name, change.secrets.get(id)));
}

function adaptEnvironment(copy: CatalogCopy, change: Adaptation): void {
  copy.edit('Environment', (environment, name) => {
    if (name !== change.environment) return;
    environment.set('gateway', {
      ...change.gateway,
      // The suite tests the behavior of Gatewright's own plugins.
      ...(change.gateway.edition === 'enterprise' ? { plugins: 'portable' } : {}),
    });
    const ca = environment.getIn(['clientCas', 0, 'name']);
    if (ca !== undefined) environment.set('clientCas', [{ name: ca, certificate: change.clientCa }]);
    environment.set('audit', { endpoint: `${change.auditUrl}/records` });
    environment.set('isolation', {
      upstreams: [...new Set([change.upstreamUrl, change.pathsUrl].map((url) => new URL(url).hostname))],
    });
    if (change.redis) environment.set('counters', { store: 'redis', ...change.redis, tls: false });
  });
}

function adaptCredentials(application: YAMLMap, environment: string, secrets: ApplicationSecrets | undefined): void {
  if (!secrets || !application.hasIn(['credentials', environment])) return;
  const { certificate, tokenKey } = secrets;
  const path = ['credentials', environment];
  if (certificate) {
    const subject = application.getIn([...path, 'certificates', 0, 'subject']);
    const registered = { ...(typeof subject === 'string' ? { subject } : {}), sha256: certificate.sha256 };
    application.setIn([...path, 'certificates'], [registered]);
  }
  if (tokenKey) application.setIn([...path, 'keys'], [{ jwk: catalogJwk(tokenKey) }]);
}
