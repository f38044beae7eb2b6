import { type Listening, listen } from '../server/listen';
import { portSetting, setting, urlSetting, type Variables } from '../server/settings';
import { adminProxy } from './admin-proxy';

/**
 * Starts the admin proxy. Environment variables: KONG_ADMIN_URL (http://127.0.0.1:8001), ADMIN_PROXY_HOST (127.0.0.1),
 * ADMIN_PROXY_PORT (8101), ADMIN_PROXY_WORKSPACE (default), ADMIN_PROXY_TOKEN (none).
 */
export async function startAdminProxy(env: Variables): Promise<readonly Listening[]> {
  const handler = adminProxy({
    adminUrl: urlSetting(env, 'KONG_ADMIN_URL', 'http://127.0.0.1:8001'),
    workspace: setting(env, 'ADMIN_PROXY_WORKSPACE'),
    token: setting(env, 'ADMIN_PROXY_TOKEN'),
  });
  return [
    await listen(handler, { host: setting(env, 'ADMIN_PROXY_HOST'), port: portSetting(env, 'ADMIN_PROXY_PORT', 8101) }),
  ];
}
