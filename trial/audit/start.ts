import { type Listening, listen } from '../server/listen';
import { portSetting, setting, type Variables } from '../server/settings';
import { auditRecords } from './records';

/** The place for audit records. Settings: AUDIT_HOST (127.0.0.1), AUDIT_PORT (9003), AUDIT_AUTHORIZATION (none). */
export async function startAudit(env: Variables): Promise<readonly Listening[]> {
  const handler = auditRecords(setting(env, 'AUDIT_AUTHORIZATION'));
  return [await listen(handler, { host: setting(env, 'AUDIT_HOST'), port: portSetting(env, 'AUDIT_PORT', 9003) })];
}
