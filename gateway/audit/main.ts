/** The place for audit records as a program. Settings: AUDIT_HOST (127.0.0.1), AUDIT_PORT (9003), AUDIT_AUTHORIZATION (none). */
import { listen } from '../server/listen';
import { serve } from '../server/serve';
import { portSetting, setting } from '../server/settings';
import { auditRecords } from './records';

serve('audit', async () => {
  const { env } = process;
  const handler = auditRecords(setting(env, 'AUDIT_AUTHORIZATION'));
  return [await listen(handler, { host: setting(env, 'AUDIT_HOST'), port: portSetting(env, 'AUDIT_PORT', 9003) })];
});
