import { type Env, readPort, readVariable } from '../server/env';
import { type Listening, listen } from '../server/listen';
import { auditRecords } from './records';

/**
 * Starts the audit service. Environment variables: AUDIT_HOST (127.0.0.1), AUDIT_PORT (9003), AUDIT_AUTHORIZATION (none).
 */
export async function startAudit(env: Env): Promise<readonly Listening[]> {
  const handler = auditRecords(readVariable(env, 'AUDIT_AUTHORIZATION'));
  return [await listen(handler, { host: readVariable(env, 'AUDIT_HOST'), port: readPort(env, 'AUDIT_PORT', 9003) })];
}
