import fc from 'fast-check';
import type { Environment } from '../../../core/model';
import { attributePaths, type Gateway, type PluginAttributes, targetOf } from '../../../policies';
import * as written from '../../../policies/plugin-attributes';
import { validateResource } from '../../../provider-kong/facts/validate-resource';
import { TARGETS, withRedis } from '../support/documents';
import { everyPlugin, policyDocuments } from '../support/every-plugin';
import { MISSING_SCHEMAS, problemsOfKong, publishedConfig, publishedPaths } from '../support/kong-schemas';
import { pathsOf } from '../support/paths';
import { problemsOfPortable } from '../support/portable-schemas';

const LISTS: readonly PluginAttributes[] = Object.values(written).filter(
  (value): value is PluginAttributes => typeof value === 'object',
);

/** Plugins that are only part of Enterprise. */
const ENTERPRISE_ONLY = ['exit-transformer', 'mtls-auth', 'openid-connect', 'rate-limiting-advanced'];
const gatewaysOf = (plugin: string): readonly Gateway[] =>
  ENTERPRISE_ONLY.includes(plugin)
    ? ['enterprise-3.9', 'enterprise-3.15']
    : ['oss-3.9', 'enterprise-3.9', 'enterprise-3.15'];

const environments: readonly (readonly [string, Environment])[] = TARGETS.flatMap(([name, environment]) => [
  [name, environment] as const,
  [`${name}, counters in Redis`, withRedis(environment)] as const,
]);

const gatewayOf = (environment: Environment) => targetOf(environment)?.gateway as Gateway;

const usesRedis = (environment: Environment) => environment.counters.store === 'redis';

/** Settings that could hold a secret. */
const SECRET = /^(.*(password|secret|authorization|salt)|key)$/i;

/** Every setting in a config by its key, including nested ones. */
function* settingsOf(value: unknown, name = ''): Iterable<readonly [name: string, value: unknown]> {
  yield [name, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* settingsOf(inner, Array.isArray(value) ? name : key);
}

test('there is a list for every plugin of Kong that policies use', () => {
  const used = new Set<string>();
  const [documents] = fc.sample(policyDocuments, { numRuns: 1, seed: 1 });
  for (const [, environment] of environments) {
    for (const { plugin } of documents
      ? everyPlugin({ ...documents, api: { ...documents.api, lifecycle: 'deprecated' } }, environment)
      : []) {
      if (!plugin.startsWith('partner-')) used.add(plugin);
    }
  }
  expect([...used].sort()).toEqual(LISTS.map(({ plugin }) => plugin).sort());
});

describe.each(environments)('on %s', (_, environment) => {
  const gateway = gatewayOf(environment);

  test('the attributes of a plugin do not depend on the policies', () => {
    fc.assert(
      fc.property(policyDocuments, (documents) => {
        for (const { plugin, config } of everyPlugin(documents, environment)) {
          const list = LISTS.find((one) => one.plugin === plugin);
          if (list)
            expect(pathsOf(config).sort()).toEqual(
              attributePaths(list, gateway, usesRedis(environment) && list.redis !== undefined),
            );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('portable plugins always have valid settings', () => {
    fc.assert(
      fc.property(policyDocuments, (documents) => {
        expect(everyPlugin(documents, environment).flatMap(problemsOfPortable)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("the provider's resource types accept the settings", () => {
    fc.assert(
      fc.property(policyDocuments, (documents) => {
        for (const { plugin, config, resource } of everyPlugin(documents, environment)) {
          const type =
            resource === 'typed' ? `kong-gateway_plugin_${plugin.replaceAll('-', '_')}` : 'kong-gateway_custom_plugin';
          const block = resource === 'typed' ? { config } : { name: plugin, config };
          expect([plugin, validateResource(type, block)]).toEqual([plugin, []]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('no setting is null, a secret, or an empty list that Kong would replace with a default', () => {
    fc.assert(
      fc.property(policyDocuments, (documents) => {
        for (const { plugin, config } of everyPlugin(documents, environment)) {
          expect(plugin).not.toMatch(/^(key-auth|basic-auth|hmac-auth|oauth2|ldap-auth)/);
          for (const [name, value] of settingsOf(config)) {
            expect([plugin, name, value]).not.toEqual([plugin, name, null]);
            if (!plugin.startsWith('partner-')) expect([plugin, name, value]).not.toEqual([plugin, name, []]);
            if (!SECRET.test(name) || typeof value !== 'string') continue;
            expect([plugin, name, value]).toEqual([
              plugin,
              name,
              expect.stringMatching(/^(\{vault:\/\/[^}]+\}|unused|)$/),
            ]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

const published = MISSING_SCHEMAS === undefined ? test : test.skip;

describe(`Kong's published schemas${MISSING_SCHEMAS ? ` (skipped: ${MISSING_SCHEMAS})` : ''}`, () => {
  published.each(environments)('accept the settings on %s', (_, environment) => {
    fc.assert(
      fc.property(policyDocuments, (documents) => {
        for (const { plugin, config } of everyPlugin(documents, environment)) {
          if (!plugin.startsWith('partner-'))
            expect(problemsOfKong(plugin, gatewayOf(environment), config)).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  const cases = LISTS.flatMap((list) =>
    gatewaysOf(list.plugin).map((gateway) => [list.plugin, gateway, list] as const),
  );

  published.each(cases)(
    'of %s on %s have no attribute that is neither written nor omitted',
    (plugin, gateway, list) => {
      const listed = new Set(attributePaths(list, gateway, true));
      const omitted = (path: string) =>
        list.omitted.some(({ paths }) =>
          paths.some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one)),
        );
      const open = publishedPaths(plugin, gateway).filter((path) => !listed.has(path) && !omitted(path));
      // Open-source Kong 3.9 and Enterprise 3.9 share a published schema; this attribute is Enterprise's.
      expect(open).toEqual(gateway === 'oss-3.9' && plugin === 'acl' ? ['include_consumer_groups'] : []);
      for (const path of listed) expect(publishedPaths(plugin, gateway)).toContain(path);
    },
  );

  published.each<[what: string, plugin: string, config: object]>([
    ['an unknown attribute', 'jwt', { realms: ['a'] }],
    ['an attribute that 3.9 does not support', 'mtls-auth', { ca_certificates: [], ssl_verify: true }],
    ['an unknown nested attribute', 'http-log', { http_endpoint: 'https://audit.example', queue: { max_batches: 1 } }],
    ['a value that is not allowed', 'rate-limiting', { policy: 'redis-cluster' }],
    ['a value of the wrong type', 'prometheus', { per_consumer: 'yes' }],
    ['a missing required attribute', 'file-log', {}],
  ])('reject %s', (_, plugin, config) => {
    expect(problemsOfKong(plugin, 'enterprise-3.9', config)).not.toEqual([]);
  });

  published('contain every omitted attribute in some version', () => {
    for (const { plugin, omitted } of LISTS) {
      const paths = gatewaysOf(plugin).flatMap((gateway) => publishedPaths(plugin, gateway));
      for (const one of omitted.flatMap((left) => left.paths)) {
        const found = paths.some((path) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one));
        expect([plugin, one, found]).toEqual([plugin, one, true]);
      }
    }
  });

  published('exist for the plugins of Enterprise', () => {
    for (const plugin of ENTERPRISE_ONLY) expect(publishedConfig(plugin, 'enterprise-3.9')).toBeDefined();
  });
});
