import { clientCaId } from '../../core/desired';
import type { Catalog } from '../../core/model';
import { servedOperations } from '../../policies';
import { catalogOf } from '../support/catalog';
import { edited, programme } from './support/programme';
import { globalPlugins, groupPlugins, served, servicePlugins, type WrittenPlugin } from './support/served';

function parts(catalog: Catalog, environmentName: string) {
  const api = catalog.apis.get('sim-swap');
  const environment = catalog.environments.get(environmentName);
  if (!api || !environment) throw new Error('the programme of the test lacks a document');
  return served(catalog, api, environment.value);
}

const names = (plugins: readonly WrittenPlugin[]) => plugins.map(({ plugin }) => plugin);

describe('the plugins of an API', () => {
  test('on open-source Kong are ours, and those that Kong has', () => {
    const plugins = servicePlugins(parts(programme(), 'sandbox'));
    expect(names(plugins)).toEqual([
      'partner-token',
      'partner-mtls',
      'acl',
      'partner-consent',
      'partner-errors',
      'partner-tier-limit',
      'http-log',
    ]);
    for (const { on } of plugins) expect(on).toEqual({ service: 'sim-swap' });
    expect(groupPlugins(parts(programme(), 'sandbox'))).toEqual([]);
  });

  test("on Enterprise with native plugins are Enterprise's, and ours for what it does not have", () => {
    const input = parts(programme(), 'production');
    expect(names(servicePlugins(input))).toEqual([
      'openid-connect',
      'mtls-auth',
      'acl',
      'partner-consent',
      'exit-transformer',
      'correlation-id',
      'partner-errors',
      'http-log',
    ]);
    expect(groupPlugins(input)).toMatchObject([
      { plugin: 'rate-limiting-advanced', on: { service: 'sim-swap', consumer_group: 'sim-swap_paid' } },
    ]);
  });

  test('on Enterprise with portable plugins are those of open-source Kong', () => {
    const catalog = programme('production.yaml', ['plugins: native', 'plugins: portable']);
    const sandbox = names(servicePlugins(parts(catalog, 'sandbox')));
    expect(names(servicePlugins(parts(catalog, 'production')))).toEqual(sandbox);
    expect(groupPlugins(parts(catalog, 'production'))).toEqual([]);
  });

  test('are never two of one name, which Kong would run one of', () => {
    for (const environment of ['sandbox', 'production']) {
      const all = names(servicePlugins(parts(programme(), environment)));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test('are those of every policy that it names', () => {
    const policies = [
      'kind: RateLimitPolicy\nname: protect\ntitle: p\nlimits: { second: 9 }',
      'kind: MaskingPolicy\nname: hide\ntitle: h\nrules: [{ path: $.a, action: remove }]',
      'kind: MetricsPolicy\nname: metrics\ntitle: m',
    ];
    const files = {
      ...edited('api.yaml', ['errors: camara', 'errors: camara, rateLimit: protect, masking: hide, metrics: metrics']),
      'more.yaml': `${policies.join('\n---\n')}\n`,
    };
    const sandbox = servicePlugins(parts(catalogOf(files), 'sandbox'));
    expect(names(sandbox)).toEqual(expect.arrayContaining(['partner-masking', 'prometheus']));
    expect(sandbox.find(({ plugin }) => plugin === 'partner-tier-limit')?.config).toMatchObject({
      api_windows: [{ window: 'second', limit: 9 }],
    });
    expect(names(servicePlugins(parts(catalogOf(files), 'production')))).toContain('rate-limiting');
  });

  test('link to the API that takes its place', () => {
    const successor = edited('api.yaml', ['name: sim-swap', 'name: sim-swap-v3'], ['/sim-swap/v2', '/sim-swap/v3']);
    const files = {
      ...edited(
        'api.yaml',
        ['lifecycle: published', 'lifecycle: deprecated'],
        ['visibility: public', 'visibility: public\ndeprecation: { notice: 6 months, successor: sim-swap-v3 }'],
      ),
      'v3.yaml': successor['api.yaml'] ?? '',
    };
    const errors = servicePlugins(parts(catalogOf(files), 'sandbox')).find(({ plugin }) => plugin === 'partner-errors');
    expect(errors?.config.response_headers).toEqual([
      { name: 'Link', value: '</sim-swap/v3>; rel="successor-version"' },
    ]);
  });
});

describe('the plugins of a whole gateway', () => {
  const global = (catalog: Catalog, name: string) => {
    const environment = catalog.environments.get(name);
    if (!environment) throw new Error('the programme of the test lacks a document');
    return globalPlugins(catalog, environment.value);
  };

  test('ask for certificates and shape answers without a route on open-source Kong', () => {
    const environment = parts(programme(), 'sandbox').environment;
    const [ca] = environment.clientCas ?? [];
    const id = ca && clientCaId({ environment, ...ca });
    expect(global(programme(), 'sandbox')).toMatchObject([
      { plugin: 'partner-mtls', config: { scope: 'listener', ca_certificates: [id] }, on: {} },
      { plugin: 'partner-errors', config: { scope: 'listener' }, on: {} },
    ]);
  });

  test('shape answers without a route on Enterprise with native plugins, which ask for certificates by themselves', () => {
    expect(names(global(programme(), 'production'))).toEqual(['exit-transformer', 'partner-errors']);
  });

  test('ask for nothing where no API that is served wants a certificate', () => {
    const unserved = programme('api.yaml', ['lifecycle: published', 'lifecycle: draft']);
    expect(names(global(unserved, 'sandbox'))).toEqual(['partner-errors']);
  });
});

describe('the operations of an API', () => {
  const operation = (id: string) => `{ operationId: ${id}, responses: { '200': { description: OK } } }`;
  const openapi = `openapi: 3.0.3
info: { title: t, version: 2.1.0 }
paths:
  /a/{id}: { get: ${operation('one')}, delete: ${operation('drop')} }
  /a/{id}/b: { get: ${operation('b')} }
  /a/mine: { get: ${operation('mine')} }
  /{any}: { get: ${operation('any')} }
  /hidden: { get: ${operation('hidden')} }
`;

  test('are sorted by name, and only those that are exposed', () => {
    const files = {
      ...edited('api.yaml', ['tiers: [paid]', 'tiers: [paid]\nroutes: [{ operation: hidden, exposed: false }]']),
      'openapi.yaml': openapi,
    };
    const { api: value, definition } = parts(catalogOf(files), 'sandbox');
    expect(servedOperations({ value, definition }).map(({ id }) => id)).toEqual(['any', 'b', 'drop', 'mine', 'one']);
  });
});
