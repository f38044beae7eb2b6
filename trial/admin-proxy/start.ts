import { type Env, readPort, readUrl, readVariable } from '../server/env';
import { type Listening, listen } from '../server/listen';
import { adminProxy } from './admin-proxy';

/**
 * Starts the admin proxy. Environment variables: KONG_ADMIN_URL (http://127.0.0.1:8001), ADMIN_PROXY_HOST (127.0.0.1),
 * ADMIN_PROXY_PORT (8101), ADMIN_PROXY_WORKSPACE (default), ADMIN_PROXY_TOKEN (none).
 */
export async function startAdminProxy(env: Env): Promise<readonly Listening[]> {
  const handler = adminProxy({
    adminUrl: readUrl(env, 'KONG_ADMIN_URL', 'http://127.0.0.1:8001'),
    workspace: readVariable(env, 'ADMIN_PROXY_WORKSPACE'),
    token: readVariable(env, 'ADMIN_PROXY_TOKEN'),
  });
  return [
    await listen(handler, {
      host: readVariable(env, 'ADMIN_PROXY_HOST'),
      port: readPort(env, 'ADMIN_PROXY_PORT', 8101),
    }),
  ];
}
