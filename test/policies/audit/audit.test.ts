import type { AuditPolicy, Environment } from '../../../core/model';
import { auditPlugins } from '../../../policies';
import { recordFields } from '../../../policies/audit/record-fields';
import { API, NATIVE, NATIVE_39, OSS, PORTABLE, PORTABLE_39 } from '../support/documents';

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
      'to an endpoint whose certificate is verified, on Enterprise 3.15 with native plugins',
      policy,
      NATIVE,
      http({ ...native, ssl_verify: true }),
    ],
    [
      'to an endpoint whose certificate is verified, on Enterprise 3.15 with portable plugins',
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
  ])('sends records %s', (_, change, environment, plugin) => {
    expect(auditPlugins({ policy: change, api: API, environment })).toEqual([plugin]);
  });

  test.each(['http', 'file'] as const)('requires an endpoint or a file for records (%s)', (sink) => {
    const { audit, ...environment } = OSS;
    expect(audit).toBeDefined();
    expect(() => auditPlugins({ policy: { ...policy, sink }, api: API, environment })).toThrow(
      /^environment 'staging' has no audit\.(endpoint|file) for audit policy 'audit'$/,
    );
  });
});
