import { type Api, type AuditPolicy, type Environment, type ErrorPolicy, withDefaults } from '../../core/model';
import { correlatorOf } from '../errors/correlator';
import type { PluginSettings } from '../plugin/plugin';
import { supportedTarget } from '../target/target';
import { fileLog, httpLog } from './native';
import { recordFields } from './record-fields';

/** The input of audit records. */
export interface AuditInput {
  readonly policy: AuditPolicy;
  readonly api: Pick<Api, 'name' | 'tiers'>;
  /** The API's ErrorPolicy, which names the header of the correlation id; by default the default header. */
  readonly errors?: Pick<ErrorPolicy, 'correlator'> | undefined;
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'audit'>;
}

/**
 * Writes audit records with Kong's http-log or file-log, on both editions, with only the fields that the policy lists. An endpoint
 * receives records in batches, as JSON arrays.
 *
 * @throws Error if the environment has no endpoint or file for records
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
    if (path === undefined)
      throw new Error(`environment '${environment.name}' has no audit.file for audit policy '${policy.name}'`);
    return [fileLog(target, path, fields)];
  }
  const endpoint = environment.audit?.endpoint;
  if (endpoint === undefined) {
    throw new Error(`environment '${environment.name}' has no audit.endpoint for audit policy '${policy.name}'`);
  }
  const { authorization } = environment.audit ?? {};
  const { queueSize } = withDefaults('AuditPolicy', policy);
  return [httpLog(target, { endpoint, authorization, queueSize, fields })];
}
