import type { Catalog } from '../../core/model';
import { type GlobalInput, globalPlugins, type PlacedPlugin, servedOperations, servicePlugins } from '../../policies';
import { catalogOf } from '../support/catalog';
import { edited, programme } from './support/programme';
import { groupPlugins, served } from './support/served';

const idOf: GlobalInput['idOf'] = (_kind, name) => name;

function parts(catalog: Catalog, environmentName: string) {
  const api = catalog.apis.get('sim-swap');
  const environment = catalog.environments.get(environmentName);
  if (!api || !environment) throw new Error('the programme of the test lacks a document');
  return served(catalog, api, environment.value);
}

const names = (plugins: readonly PlacedPlugin[]) => plugins.map(({ plugin }) => plugin);

const SERVICE = { scope: 'service', api: 'sim-swap' };

describe('the plugins of an API', () => {
  test('on open-source Kong are ours, and those that Kong has', () => {
    const plugins = servicePlugins({ ...parts(programme(), 'sandbox'), idOf });
    expect(names(plugins)).toEqual([
      'partner-token',
      'partner-mtls',
      'acl',
      'partner-consent',
      'partner-errors',
      'partner-tier-limit',
      'http-log',
    ]);
    for (const { target } of plugins) expect(target).toEqual(SERVICE);
    expect(groupPlugins(parts(programme(), 'sandbox'))).toEqual([]);
  });

  test("on Enterprise with native plugins are Enterprise's, and ours for what it does not have", () => {
    const input = parts(programme(), 'production');
    expect(names(servicePlugins({ ...input, idOf }))).toEqual([
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
      { plugin: 'rate-limiting-advanced', target: { scope: 'consumer-group', api: 'sim-swap', tier: 'paid' } },
    ]);
  });

  test('on Enterprise with portable plugins are those of open-source Kong', () => {
    const catalog = programme('production.yaml', ['plugins: native', 'plugins: portable']);
    const sandbox = names(servicePlugins({ ...parts(catalog, 'sandbox'), idOf }));
    expect(names(servicePlugins({ ...parts(catalog, 'production'), idOf }))).toEqual(sandbox);
    expect(groupPlugins(parts(catalog, 'production'))).toEqual([]);
  });

  test('are never two of one name, which Kong would run one of', () => {
    for (const environment of ['sandbox', 'production']) {
      const all = names(servicePlugins({ ...parts(programme(), environment), idOf }));
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
    const sandbox = servicePlugins({ ...parts(catalogOf(files), 'sandbox'), idOf });
    expect(names(sandbox)).toEqual(expect.arrayContaining(['partner-masking', 'prometheus']));
    expect(sandbox.find(({ plugin }) => plugin === 'partner-tier-limit')?.config).toMatchObject({
      api_windows: [{ window: 'second', limit: 9 }],
    });
    expect(names(servicePlugins({ ...parts(catalogOf(files), 'production'), idOf }))).toContain('rate-limiting');
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
    const errors = servicePlugins({ ...parts(catalogOf(files), 'sandbox'), idOf }).find(
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
    return globalPlugins({ catalog, environment, idOf });
  };

  test('ask for certificates and shape answers without a route on open-source Kong', () => {
    expect(global(programme(), 'sandbox')).toMatchObject([
      {
        plugin: 'partner-mtls',
        config: { scope: 'listener', ca_certificates: ['partner-ca'] },
        target: { scope: 'global' },
      },
      { plugin: 'partner-errors', config: { scope: 'listener' }, target: { scope: 'global' } },
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
    const { api } = parts(catalogOf(files), 'sandbox');
    expect(servedOperations(api).map(({ id }) => id)).toEqual(['any', 'b', 'drop', 'mine', 'one']);
  });
});
