import type { YAMLMap } from 'yaml';
import { OPERATOR, RETRIEVE } from '../../consent/consent';
import type { CatalogCopy } from './catalog-copy';
import { type ApplicationSecrets, catalogJwk } from './credentials';
import { PATHS_API } from './paths-api';

/** What documents of a copy are changed to. Addresses are those at which the gateway reaches things. */
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
  /** By application id. */
  readonly secrets: ReadonlyMap<string, ApplicationSecrets>;
}

/** Changes the documents of a catalog so that one environment of it can be tried: addresses, the client CA, and credentials. */
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
    for (const asked of [['live'], ['live', 'otherwise']]) {
      if (!policy.hasIn([...asked, 'urls', name])) continue;
      // What is asked otherwise is the operator's endpoint, and has no source.
      const path = policy.getIn([...asked, 'source']) === 'consent-info' ? RETRIEVE : OPERATOR;
      policy.setIn([...asked, 'urls', name], `${change.consentUrl}${path}`);
      policy.deleteIn([...asked, 'authorization']);
    }
  });
  copy.editApplications((application, id) => adaptCredentials(application, name, change.secrets.get(id)));
}

function adaptEnvironment(copy: CatalogCopy, change: Adaptation): void {
  copy.edit('Environment', (environment, name) => {
    if (name !== change.environment) return;
    environment.set('gateway', {
      ...change.gateway,
      // What the suite asks of a gateway is what Gatewright's own plugins do.
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
