import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findings } from '../../../core/checks';
import { FolderSource, loadCatalog } from '../../../core/load';
import { hasErrors } from '../../../core/model';
import { CertificateAuthority } from '../../../trial/certificates/authority';
import { type Adaptation, adapt } from '../../../trial/e2e/setup/adapt';
import { CatalogCopy } from '../../../trial/e2e/setup/catalog-copy';
import { createSecrets } from '../../../trial/e2e/setup/credentials';
import { FEW, MANY } from '../../../trial/e2e/setup/extra-documents';
import { ExtraPartners } from '../../../trial/e2e/setup/extra-partners';
import { grantsIn } from '../../../trial/e2e/setup/grant';
import { PATHS_API, PathsApi } from '../../../trial/e2e/setup/paths-api';

const SAMPLE = path.join(__dirname, '..', 'catalog');
const AS_OF = '2026-11-21';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gatewright-adapt-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function adaptTo(copy: CatalogCopy, authority: CertificateAuthority, secrets: Adaptation['secrets']): void {
  adapt(copy, {
    environment: 'sandbox',
    gateway: { edition: 'oss', version: '3.9' },
    upstreamUrl: 'http://127.0.0.1:9001',
    pathsUrl: 'http://127.0.0.1:9005',
    jwksUri: 'http://127.0.0.1:9002/jwks',
    consentUrl: 'http://127.0.0.1:9004',
    auditUrl: 'http://127.0.0.1:9003',
    redis: { host: 'localhost', port: 6379 },
    clientCa: authority.certificate,
    secrets,
  });
}

async function adapted() {
  const copy = new CatalogCopy(SAMPLE, path.join(folder, 'catalog'));
  const partners = new ExtraPartners(copy, AS_OF, [
    { name: 'e2e-one', tier: FEW },
    { name: 'e2e-two', tier: MANY },
  ]);
  const pathsApi = new PathsApi(copy, partners.template, 'http://127.0.0.1:9005');
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const secrets = await createSecrets(copy.load(), 'sandbox', authority);
  adaptTo(copy, authority, secrets);
  return { copy, partners, pathsApi, secrets };
}

const textOf = (copy: CatalogCopy) =>
  readdirSync(copy.folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(path.join(copy.folder, name), 'utf8'))
    .join('\n');

test('makes a valid catalog whose URLs are all those of the run', async () => {
  const { copy } = await adapted();
  const found = findings(loadCatalog(new FolderSource(copy.folder, 'catalog')), AS_OF);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(hasErrors(found)).toBe(false);
  const { apis, policies, environments } = copy.load();
  for (const { name, value } of apis.values())
    expect(value.upstreams.sandbox?.url).toBe(`http://127.0.0.1:${name === PATHS_API ? 9005 : 9001}`);
  expect(policies.token.get('operator-idp')?.value.environments.sandbox?.jwksUri).toBe('http://127.0.0.1:9002/jwks');
  expect(policies.consent.get('asked-live')?.value.live?.urls.sandbox).toBe(
    'http://127.0.0.1:9004/consent-info/v0.2/retrieve',
  );
  expect(environments.get('sandbox')?.value).toMatchObject({
    audit: { endpoint: 'http://127.0.0.1:9003/records' },
    isolation: { upstreams: ['127.0.0.1'] },
    counters: { store: 'redis', host: 'localhost', port: 6379 },
  });
});

const CONSENT = `kind: ConsentPolicy
name: asked-operator
title: Asked at the operator
purposes: [dpv:ServiceProvision]
userContext: any
live:
  source: operator
  urls: { sandbox: 'https://consent.operator.example/ask' }
  authorization: '{vault://env/consent-authorization}'
---
kind: ConsentPolicy
name: asked-either
title: Asked here or there
purposes: [dpv:ServiceProvision]
userContext: any
live:
  source: consent-info
  urls: { sandbox: 'https://consent.operator.example/consent-info' }
  otherwise:
    urls: { sandbox: 'https://consent.operator.example/ask' }
    authorization: '{vault://env/consent-authorization}'
`;

test('uses the consent service of the run, without credentials', async () => {
  const copy = new CatalogCopy(SAMPLE, path.join(folder, 'catalog'));
  copy.write('consent.yaml', CONSENT);
  adaptTo(copy, await CertificateAuthority.create('CN=CA of a test'), new Map());
  const { consent } = copy.load().policies;
  const operator = 'http://127.0.0.1:9004/operator/consents';
  expect(consent.get('asked-operator')?.value.live).toEqual({ source: 'operator', urls: { sandbox: operator } });
  expect(consent.get('asked-either')?.value.live).toEqual({
    source: 'consent-info',
    urls: { sandbox: 'http://127.0.0.1:9004/consent-info/v0.2/retrieve' },
    otherwise: { urls: { sandbox: operator } },
  });
});

test('registers the keys and certificates of the run, and writes no private key to a document', async () => {
  const { copy, secrets } = await adapted();
  const { applications } = copy.load();
  const certificate = secrets.get('acme_for-users')?.certificate;
  const registered = applications.get('acme_for-users')?.value.credentials?.sandbox?.certificates;
  expect(registered).toEqual([{ subject: 'CN=acme.example', sha256: certificate?.sha256 }]);
  const tokenKey = secrets.get('acme_signs-itself')?.tokenKey;
  expect(applications.get('acme_signs-itself')?.value.credentials?.sandbox?.keys).toEqual([
    { jwk: { kty: 'EC', crv: 'P-256', x: tokenKey?.x, y: tokenKey?.y, use: 'sig', alg: 'ES256' } },
  ]);
  const text = textOf(copy);
  for (const { clientKey, tokenKey: own, certificate: signed } of secrets.values())
    for (const secret of [clientKey.d, own?.d, signed?.key.split('\n')[1]])
      if (secret !== undefined) expect(text).not.toContain(secret);
});

const PATHS_GRANTS = [
  'e2e-paths_app e2e-paths GET /items/{id} e2e-unlimited',
  'e2e-paths_app e2e-paths GET /pets/{id} e2e-unlimited',
];

test('makes a valid catalog with every change to the API of the path scenarios', async () => {
  const { copy, pathsApi } = await adapted();
  pathsApi.change({ upstreamPaths: { ignoresCase: true, matrixParameters: true }, failure: 'open' });
  const catalog = copy.load();
  expect(catalog.apis.get(PATHS_API)?.value.upstreamPaths).toEqual({ ignoresCase: true, matrixParameters: true });
  expect(catalog.policies.rateLimit.get('e2e-own-limit')?.value.failure).toBe('open');
  const found = findings(loadCatalog(new FolderSource(copy.folder, 'catalog')), AS_OF);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('gives the partners of the run the grants of a partner of the catalog, and changes only their documents', async () => {
  const { copy, partners } = await adapted();
  const grants = () =>
    grantsIn(copy.load(), 'sandbox', AS_OF)
      .filter(({ access }) => access.application.partner.name.startsWith('e2e-'))
      .map(({ access, api, operation, subscription }) =>
        [access.application.id, api.name, operation.id, subscription.tier.name].join(' '),
      );
  expect(grants()).toEqual([
    'e2e-one_app places get e2e-few',
    'e2e-one_app places retrieve e2e-few',
    'e2e-one_app places stream e2e-few',
    ...PATHS_GRANTS,
    'e2e-two_app places get e2e-many',
    'e2e-two_app places retrieve e2e-many',
    'e2e-two_app places stream e2e-many',
  ]);
  const before = readFileSync(path.join(copy.folder, 'catalog.yaml'), 'utf8');
  partners.change('e2e-one', { tier: MANY });
  partners.change('e2e-two', { suspended: AS_OF });
  expect(grants()).toEqual([
    'e2e-one_app places get e2e-many',
    'e2e-one_app places retrieve e2e-many',
    'e2e-one_app places stream e2e-many',
    ...PATHS_GRANTS,
  ]);
  expect(readFileSync(path.join(copy.folder, 'catalog.yaml'), 'utf8')).toBe(before);
});
