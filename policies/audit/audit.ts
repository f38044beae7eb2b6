import { type Api, type AuditPolicy, type Environment, type ErrorPolicy, withDefaults } from '../../core/model';
import { correlatorOf } from '../errors/correlator';
import type { PluginSettings } from '../plugin/plugin';
import { supportedTarget } from '../target/target';
import { fileLog, httpLog } from './native';
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
    return [fileLog(target, path, fields)];
  }
  const endpoint = environment.audit?.endpoint;
  if (endpoint === undefined) {
    throw new Error(`environment '${environment.name}' has no audit.endpoint for '${policy.name}'`);
  }
  const { authorization } = environment.audit ?? {};
  const { queueSize } = withDefaults('AuditPolicy', policy);
  return [httpLog(target, { endpoint, authorization, queueSize, fields })];
}
