import { clientCaId } from '../../core/desired';
import type { Catalog } from '../../core/model';
import { servedOperations } from '../../policies';
import { catalogOf } from '../support/catalog';
import { edited, programme } from './support/programme';
import { globalPlugins, groupPlugins, type PluginEntity, served, servicePlugins } from './support/served';

function propsOf(catalog: Catalog, environmentName: string) {
  const api = catalog.apis.get('sim-swap');
  const environment = catalog.environments.get(environmentName);
  if (!api || !environment) throw new Error('the programme of the test lacks a document');
  return served(catalog, api, environment.value);
}

const names = (plugins: readonly PluginEntity[]) => plugins.map(({ plugin }) => plugin);

describe('the plugins of an API', () => {
  test("on open-source Kong are Gatewright's and Kong's bundled plugins", () => {
    const plugins = servicePlugins(propsOf(programme(), 'sandbox'));
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
    expect(groupPlugins(propsOf(programme(), 'sandbox'))).toEqual([]);
  });

  test("on Enterprise with native plugins are Enterprise's, with Gatewright's for missing features", () => {
    const input = propsOf(programme(), 'production');
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

  test('on Enterprise with portable plugins are the same as on open-source Kong', () => {
    const catalog = programme('production.yaml', ['plugins: native', 'plugins: portable']);
    const sandbox = names(servicePlugins(propsOf(catalog, 'sandbox')));
    expect(names(servicePlugins(propsOf(catalog, 'production')))).toEqual(sandbox);
    expect(groupPlugins(propsOf(catalog, 'production'))).toEqual([]);
  });

  test('have unique names, because Kong runs only one instance of a plugin', () => {
    for (const environment of ['sandbox', 'production']) {
      const all = names(servicePlugins(propsOf(programme(), environment)));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test('include those of every policy that the API names', () => {
    const policies = [
      'kind: RateLimitPolicy\nname: protect\ntitle: p\nlimits: { second: 9 }',
      'kind: MaskingPolicy\nname: hide\ntitle: h\nrules: [{ path: $.a, action: remove }]',
      'kind: MetricsPolicy\nname: metrics\ntitle: m',
    ];
    const files = {
      ...edited('api.yaml', ['errors: camara', 'errors: camara, rateLimit: protect, masking: hide, metrics: metrics']),
      'more.yaml': `${policies.join('\n---\n')}\n`,
    };
    const sandbox = servicePlugins(propsOf(catalogOf(files), 'sandbox'));
    expect(names(sandbox)).toEqual(expect.arrayContaining(['partner-masking', 'prometheus']));
    expect(sandbox.find(({ plugin }) => plugin === 'partner-tier-limit')?.config).toMatchObject({
      api_windows: [{ window: 'second', limit: 9 }],
    });
    expect(names(servicePlugins(propsOf(catalogOf(files), 'production')))).toContain('rate-limiting');
  });

  test('add a link to the successor', () => {
    const successor = edited('api.yaml', ['name: sim-swap', 'name: sim-swap-v3'], ['/sim-swap/v2', '/sim-swap/v3']);
    const files = {
      ...edited(
        'api.yaml',
        ['lifecycle: published', 'lifecycle: deprecated'],
        ['visibility: public', 'visibility: public\ndeprecation: { notice: 6 months, successor: sim-swap-v3 }'],
      ),
      'v3.yaml': successor['api.yaml'] ?? '',
    };
    const errors = servicePlugins(propsOf(catalogOf(files), 'sandbox')).find(
      ({ plugin }) => plugin === 'partner-errors',
    );
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

  test('request certificates and format errors without a route on open-source Kong', () => {
    const environment = propsOf(programme(), 'sandbox').environment;
    const [ca] = environment.clientCas ?? [];
    const id = ca && clientCaId({ environment, ...ca });
    expect(global(programme(), 'sandbox')).toMatchObject([
      { plugin: 'partner-mtls', config: { scope: 'listener', ca_certificates: [id] }, on: {} },
      { plugin: 'partner-errors', config: { scope: 'listener' }, on: {} },
    ]);
  });

  test('only format errors without a route on Enterprise with native plugins, whose mtls-auth requests certificates', () => {
    expect(names(global(programme(), 'production'))).toEqual(['exit-transformer', 'partner-errors']);
  });

  test('do not request certificates if no served API requires one', () => {
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

  test('are the exposed ones, sorted by id', () => {
    const files = {
      ...edited('api.yaml', ['tiers: [paid]', 'tiers: [paid]\nroutes: [{ operation: hidden, exposed: false }]']),
      'openapi.yaml': openapi,
    };
    const { api: value, definition } = propsOf(catalogOf(files), 'sandbox');
    expect(servedOperations({ value, definition }).map(({ id }) => id)).toEqual(['any', 'b', 'drop', 'mine', 'one']);
  });
});
