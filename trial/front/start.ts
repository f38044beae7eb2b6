import { type Listening, listen } from '../server/listen';
import { portSetting, setting, urlSetting, type Variables } from '../server/settings';
import { front } from './front';

/**
 * The front. Settings: KONG_ADMIN_URL (http://127.0.0.1:8001), FRONT_HOST (127.0.0.1), FRONT_PORT (8101),
 * FRONT_WORKSPACE (default), FRONT_TOKEN (none).
 */
export async function startFront(env: Variables): Promise<readonly Listening[]> {
  const handler = front({
    adminUrl: urlSetting(env, 'KONG_ADMIN_URL', 'http://127.0.0.1:8001'),
    workspace: setting(env, 'FRONT_WORKSPACE'),
    token: setting(env, 'FRONT_TOKEN'),
  });
  return [await listen(handler, { host: setting(env, 'FRONT_HOST'), port: portSetting(env, 'FRONT_PORT', 8101) })];
}
