import { type Api, type AuditPolicy, defaultOf, type Environment, type ErrorPolicy } from '../../core/model';
import { correlatorOf } from '../errors/errors';
import { supportedTarget } from '../gateway/gateway';
import type { PluginSettings } from '../gateway/plugin';
import { FILE_LOG, HTTP_LOG, nativePlugin } from '../plugin-attributes';
import { recordFields } from './record-fields';

/** What audit records depend on. */
export interface AuditInput {
  readonly policy: AuditPolicy;
  readonly api: Pick<Api, 'name' | 'tiers'>;
  /** The API's ErrorPolicy, which names the header with the correlation id; default: the usual one. */
  readonly errors?: Pick<ErrorPolicy, 'correlator'> | undefined;
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'audit'>;
}

/**
 * What is recorded of each call, and where: Kong's http-log or file-log, on both editions, with the chosen fields alone. Records
 * go to an endpoint in batches: each request's body is a JSON array.
 *
 * @throws Error when the environment has no such place
 */
export function auditPlugins({ policy, api, errors, environment }: AuditInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const fields = recordFields(policy.fields, {
    api: api.name,
    tiers: api.tiers,
    correlator: correlatorOf(errors),
    plugins: target.plugins,
  });
  if (policy.sink === 'file') {
    const path = environment.audit?.file;
    if (path === undefined) throw new Error(`environment '${environment.name}' has no audit.file for '${policy.name}'`);
    return [nativePlugin(FILE_LOG, target, { path, reopen: false, custom_fields_by_lua: fields })];
  }
  const endpoint = environment.audit?.endpoint;
  if (endpoint === undefined) {
    throw new Error(`environment '${environment.name}' has no audit.endpoint for '${policy.name}'`);
  }
  const authorization = environment.audit?.authorization;
  return [
    nativePlugin(HTTP_LOG, target, {
      http_endpoint: endpoint,
      method: 'POST',
      content_type: 'application/json',
      // Never empty: an empty map over one with a header in it would not be sent.
      headers: {
        'X-Record-Source': 'gatewright',
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      custom_fields_by_lua: fields,
      timeout: 5000,
      keepalive: 60_000,
      ssl_verify: true,
      'queue.max_entries': policy.queueSize ?? defaultOf<number>('AuditPolicy', 'queueSize'),
      'queue.max_batch_size': 100,
      'queue.max_coalescing_delay': 1,
      // An hour: an endpoint that is restarted loses nothing but what does not fit the queue.
      'queue.max_retry_time': 3600,
      'queue.initial_retry_delay': 0.1,
      'queue.max_retry_delay': 60,
      'queue.concurrency_limit': 1,
    }),
  ];
}
