import type { AuditPolicy, Environment, MaskingPolicy, MetricsPolicy } from '../../core/model';
import { accessPlugins, auditPlugins, maskingPlugins, metricsPlugins } from '../../policies';
import { recordFields } from '../../policies/audit/record-fields';
import { API, NATIVE, NATIVE_39, OPERATIONS, OSS, PORTABLE, PORTABLE_39 } from './support/documents';
import { problemsOfOwn } from './support/own-schemas';

describe('who may call', () => {
  const acl = (change: object = {}) => ({
    plugin: 'acl',
    resource: 'typed',
    config: {
      allow: ['sim-swap:paid', 'sim-swap:free'],
      always_use_authenticated_groups: false,
      hide_groups_header: true,
      ...change,
    },
  });

  test.each<[string, Environment, object]>([
    ['ACL groups on open-source Kong, which knows no others', OSS, acl()],
    ['ACL groups on Enterprise with portable plugins', PORTABLE, acl({ include_consumer_groups: false })],
    ['ACL groups on Enterprise 3.9 with portable plugins', PORTABLE_39, acl({ include_consumer_groups: false })],
    ['Consumer Groups on Enterprise with native plugins', NATIVE, acl({ include_consumer_groups: true })],
    ['Consumer Groups on Enterprise 3.9 with native plugins', NATIVE_39, acl({ include_consumer_groups: true })],
  ])('%s', (_, environment, plugin) => {
    expect(accessPlugins({ api: 'sim-swap', tiers: API.tiers, environment })).toEqual([plugin]);
  });
});

describe('masking', () => {
  const policy: MaskingPolicy = {
    kind: 'MaskingPolicy',
    name: 'hide',
    title: 'hide',
    rules: [{ path: '$.area.center', action: 'remove' }],
  };
  const configOf = (change: Partial<MaskingPolicy>, environment: Environment = OSS) => {
    const input = { policy: { ...policy, ...change }, api: API, operations: OPERATIONS, environment };
    const plugins = maskingPlugins(input);
    expect(plugins.flatMap(problemsOfOwn)).toEqual([]);
    return plugins[0]?.config;
  };
  const config = {
    rules: [{ path: '$.area.center', action: 'remove', operations: [], groups: [], purposes: [] }],
    group_source: 'acl',
    groups: ['sim-swap:paid', 'sim-swap:free'],
    max_body_bytes: 1_048_576,
    unreadable: 'block',
  };

  test.each<[string, Environment, object]>([
    ['open-source Kong', OSS, config],
    ['Enterprise with portable plugins', PORTABLE, config],
    ['Enterprise 3.9 with portable plugins', PORTABLE_39, config],
    ['Enterprise with native plugins', NATIVE, { ...config, group_source: 'consumer-groups' }],
  ])('is our own plugin on %s', (_, environment, expected) => {
    expect(configOf({}, environment)).toEqual(expected);
  });

  test.each<[what: string, rule: object, expected: object]>([
    ['a text that is shortened', { action: 'truncate', keep: 4 }, { action: 'truncate', keep: 4 }],
    ['a text that is shortened to nothing', { action: 'truncate' }, { action: 'truncate', keep: 0 }],
    ['an operation', { operations: ['check'] }, { operations: [{ operation: 'check', route: 'sim-swap_check' }] }],
    ['tiers, best first', { tiers: ['free', 'paid', 'gold'] }, { groups: ['sim-swap:paid', 'sim-swap:free'] }],
    ['purposes', { purposes: ['dpv:Marketing'] }, { purposes: ['dpv:Marketing'] }],
  ])('has rules for %s', (_, rule, expected) => {
    expect(configOf({ rules: [{ path: '$.a', action: 'remove', ...rule }] })?.rules).toMatchObject([expected]);
  });

  test('leaves out a rule for what the API does not have, instead of widening it to all', () => {
    const rules = [
      { path: '$.a', action: 'remove', operations: ['other'] },
      { path: '$.b', action: 'remove', tiers: ['gold'] },
      { path: '$.c', action: 'remove' },
    ] as const;
    expect(configOf({ rules })?.rules).toMatchObject([{ path: '$.c' }]);
    expect(configOf({ rules: rules.slice(0, 2) })).toBeUndefined();
  });

  test('has the limits of its policy', () => {
    expect(configOf({ maxBody: '64 KiB', unreadable: 'pass' })).toMatchObject({
      max_body_bytes: 65_536,
      unreadable: 'pass',
    });
  });
});

describe('audit', () => {
  const policy: AuditPolicy = {
    kind: 'AuditPolicy',
    name: 'audit',
    title: 'audit',
    sink: 'http',
    fields: ['partner', 'tier'],
  };
  const fields = (plugins: 'portable' | 'native') =>
    recordFields(['partner', 'tier'], { api: 'sim-swap', tiers: API.tiers, correlator: 'x-correlator', plugins });
  const http = (change: object = {}) => ({
    plugin: 'http-log',
    resource: 'typed',
    config: {
      content_type: 'application/json',
      custom_fields_by_lua: fields('portable'),
      headers: { 'X-Record-Source': 'gatewright' },
      http_endpoint: 'https://audit.example/records',
      keepalive: 60_000,
      method: 'POST',
      queue: {
        concurrency_limit: 1,
        initial_retry_delay: 0.1,
        max_batch_size: 100,
        max_coalescing_delay: 1,
        max_entries: 10_000,
        max_retry_delay: 60,
        max_retry_time: 3600,
      },
      timeout: 5000,
      ...change,
    },
  });

  const native = { custom_fields_by_lua: fields('native') };

  test.each<[what: string, policy: AuditPolicy, environment: Environment, plugin: object]>([
    ['to an endpoint, on open-source Kong', policy, OSS, http()],
    ['to an endpoint, on Enterprise 3.9 with native plugins', policy, NATIVE_39, http(native)],
    ['to an endpoint, on Enterprise 3.9 with portable plugins', policy, PORTABLE_39, http()],
    [
      'to an endpoint whose certificate is checked, on Enterprise 3.15 with native plugins',
      policy,
      NATIVE,
      http({ ...native, ssl_verify: true }),
    ],
    [
      'to an endpoint whose certificate is checked, on Enterprise 3.15 with portable plugins',
      policy,
      PORTABLE,
      http({ ssl_verify: true }),
    ],
    [
      'with credentials',
      policy,
      { ...OSS, audit: { endpoint: 'https://audit.example/records', authorization: '{vault://env/audit}' } },
      http({ headers: { 'X-Record-Source': 'gatewright', Authorization: '{vault://env/audit}' } }),
    ],
    [
      'to a file',
      { ...policy, sink: 'file' },
      OSS,
      {
        plugin: 'file-log',
        resource: 'typed',
        config: { custom_fields_by_lua: fields('portable'), path: '/var/log/audit.json', reopen: false },
      },
    ],
  ])('records go %s', (_, change, environment, plugin) => {
    expect(auditPlugins({ policy: change, api: API, environment })).toEqual([plugin]);
  });

  test.each(['http', 'file'] as const)('needs a place for records (%s)', (sink) => {
    const { audit, ...environment } = OSS;
    expect(audit).toBeDefined();
    expect(() => auditPlugins({ policy: { ...policy, sink }, api: API, environment })).toThrow(
      /^environment 'staging' has no audit\.(endpoint|file) for 'audit'$/,
    );
  });
});

describe('metrics', () => {
  const policy: MetricsPolicy = { kind: 'MetricsPolicy', name: 'metrics', title: 'metrics' };
  const standard = {
    ai_metrics: false,
    bandwidth_metrics: false,
    latency_metrics: true,
    per_consumer: false,
    status_code_metrics: true,
    upstream_health_metrics: false,
  };
  const all = { perConsumer: true, status: false, latency: false, bandwidth: true, upstreamHealth: true };
  const turned = {
    ai_metrics: false,
    bandwidth_metrics: true,
    latency_metrics: false,
    per_consumer: true,
    status_code_metrics: false,
    upstream_health_metrics: true,
  };

  test.each<[Environment, Partial<MetricsPolicy>, object]>([
    [OSS, {}, standard],
    [NATIVE, {}, standard],
    [PORTABLE, all, turned],
    [PORTABLE_39, all, turned],
  ])('%#', (environment, change, config) => {
    expect(metricsPlugins({ policy: { ...policy, ...change }, environment })).toEqual([
      { plugin: 'prometheus', resource: 'typed', config },
    ]);
  });
});
