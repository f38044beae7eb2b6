import { brief, catalogOf, loadFiles, loadText, OPENAPI } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';

const PARTNER = (name: string, rest = '') => `kind: Partner
name: ${name}
title: Acme
type: technology
organization: { name: Acme, country: ES }
owner: b
contacts: [{ role: technical, email: a@b.example }]
contract: { template: c, version: 1.0.0 }
approval: { status: approved }
${rest}`;

const APPLICATION = (name: string, partner: string, title = 'A') =>
  `kind: Application\nname: ${name}\npartner: ${partner}\ntitle: ${title}\n`;

test('joins applications inside partners and in separate documents by id', () => {
  const catalog = catalogOf({
    'z.yaml': APPLICATION('web', 'acme', 'Web'),
    'p.yaml': `${PARTNER('beta', 'applications: [{ name: web, title: B }]\n')}---\n${PARTNER('acme', 'applications:\n  - { name: pos, title: P }\n  - { name: app, title: Q }\n')}`,
  });
  expect([...catalog.applications.keys()]).toEqual(['acme_app', 'acme_pos', 'acme_web', 'beta_web']);
  const inline = catalog.applications.get('acme_app');
  expect(inline?.partner.name).toBe('acme');
  expect(inline?.value.title).toBe('Q');
  expect(inline?.at()).toEqual({
    file: 'catalog/p.yaml',
    line: 23,
    column: 13,
    length: 3,
    path: '/applications/1/name',
  });
  expect(inline?.at([])).toMatchObject({ line: 23, column: 5, path: '/applications/1' });
  expect(inline?.at(['title'])).toMatchObject({ line: 23, column: 25 });
  const own = catalog.applications.get('acme_web');
  expect(own?.partner).toBe(catalog.partners.get('acme'));
  expect(own?.at()).toMatchObject({ file: 'catalog/z.yaml', line: 2, column: 7, path: '/name' });
});

test('maps are sorted by name, regardless of the order of files', () => {
  const { tiers } = catalogOf(
    ['c', 'a', 'b'].map((name) => `kind: Tier\nname: ${name}\ntitle: T\nstatus: draft\nversion: 1.0.0\n`).join('---\n'),
  );
  expect([...tiers.keys()]).toEqual(['a', 'b', 'c']);
});

test('every policy is found under its key', () => {
  const { policies } = catalogOf(
    [
      'kind: MtlsPolicy\nname: m\ntitle: M\n',
      'kind: ErrorPolicy\nname: e\ntitle: E\nmodel: camara\n',
      'kind: RateLimitPolicy\nname: r\ntitle: R\nlimits: { second: 1 }\n',
    ].join('---\n'),
  );
  expect([policies.mtls.has('m'), policies.errors.has('e'), policies.rateLimit.has('r')]).toEqual([true, true, true]);
});

test('reports two applications of one id at the second', () => {
  const { findings, catalog } = loadFiles({
    'a.yaml': PARTNER('acme', 'applications: [{ name: web, title: A }, { name: web, title: B }]\n'),
    'b.yaml': APPLICATION('web', 'acme'),
    'c.yaml': APPLICATION('pos', 'acme'),
    'd.yaml': APPLICATION('pos', 'acme'),
  });
  expect(brief(findings)).toEqual([
    "catalog/a.yaml:10:49 duplicate-name Application 'web' is already defined at catalog/a.yaml:10",
    "catalog/b.yaml:2:7 duplicate-name Application 'web' is already defined at catalog/a.yaml:10",
    "catalog/d.yaml:2:7 duplicate-name Application 'pos' is already defined at catalog/c.yaml:2",
  ]);
  expect(catalog.applications.get('acme_web')?.value.title).toBe('A');
});

test('applications of one name at two partners are two applications', () => {
  const { findings } = loadFiles({
    'a.yaml': [PARTNER('a'), PARTNER('b'), APPLICATION('web', 'a'), APPLICATION('web', 'b')].join('---\n'),
  });
  expect(findings).toEqual([]);
});

test('reports an application of a missing partner with a suggestion', () => {
  const { findings, catalog } = loadFiles({
    'a.yaml': `${PARTNER('acme-bank')}---\n${APPLICATION('web', 'acme-bnak')}`,
  });
  expect(findings).toEqual([]);
  expect(checkCatalog(catalog, '2026-11-21').filter(({ at }) => at.path === '/partner')).toMatchObject([
    {
      code: 'unknown-reference',
      message: "partner 'acme-bnak' does not exist",
      hint: "did you mean 'acme-bank'? partners are: acme-bank",
      at: { file: 'catalog/a.yaml', line: 13, column: 10, path: '/partner' },
    },
  ]);
  expect(catalog.applications.size).toBe(0);
});

describe('an invalid document does not affect others', () => {
  const broken = (partner: string) => loadFiles({ 'a.yaml': partner, 'b.yaml': APPLICATION('web', 'acme') });

  test.each([
    ['a field that is not known', PARTNER('acme', 'x: y\n'), ['Partner/acme']],
    ['YAML that cannot be read to its end', PARTNER('acme', 'x: [\n'), ['Partner/acme', '?/acme']],
    ['a secret', PARTNER('acme', 'labels: { password: hunter2 }\n'), ['Partner/acme']],
    [
      'applications inside',
      PARTNER('acme', 'x: y\napplications: [{ name: pos, title: P }, 5]\n'),
      ['Partner/acme', 'Application/acme_pos'],
    ],
    ['a name that is not text', PARTNER('[x]'), ['*']],
    ['an unknown kind', PARTNER('acme').replace('kind: Partner', 'kind: Parnter'), ['*']],
    ['no kind', PARTNER('acme').replace('kind: Partner\n', ''), ['*']],
    ['a file in another encoding', '\0', ['*']],
  ])('%s', (_, partner, unread) => {
    const { findings, catalog } = broken(partner);
    expect(findings.map(({ at }) => at.file)).not.toContain('catalog/b.yaml');
    expect(findings.length).toBeGreaterThan(0);
    expect([...(catalog.unread ?? [])].sort()).toEqual(['Application/acme_web', ...unread].sort());
    expect(catalog.partners.size).toBe(0);
  });

  test('an invalid application is known by its id', () => {
    const { catalog } = loadFiles({ 'a.yaml': PARTNER('acme'), 'b.yaml': `${APPLICATION('web', 'acme')}x: y\n` });
    expect([...(catalog.unread ?? [])]).toEqual(['Application/acme_web']);
  });

  test('a valid catalog has no unread documents', () => {
    expect(loadText(PARTNER('acme')).catalog.unread?.size).toBe(0);
  });
});

test('the catalog and its documents cannot be changed', () => {
  const catalog = catalogOf({ 'a.yaml': PARTNER('acme', 'applications: [{ name: web, title: A }]\n') });
  const partner = catalog.partners.get('acme');
  expect(
    [catalog, catalog.policies, partner?.value, partner?.value.contacts, partner?.value.applications?.[0]].every(
      Object.isFrozen,
    ),
  ).toBe(true);
});

test('an inherited name is not a key of a map', () => {
  const catalog = catalogOf({
    'openapi.yaml': OPENAPI,
    'a.yaml': `kind: Api
name: constructor
title: A
domain: identity
owner: b
version: 1.0.0
basePath: /a
openapi: openapi.yaml
lifecycle: draft
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { sandbox: { url: https://a } }
policies: { token: b, errors: c }
`,
  });
  expect(catalog.apis.get('constructor')?.value.upstreams.constructor).toBeUndefined();
});
