import { randomBytes } from 'node:crypto';
import type { Listening } from '../../server/listen';
import type { SuiteConfig } from '../config';
import type { GatewayFacts } from '../gateway-facts';
import { startAdminProxy } from './components';

/**
 * The Admin API for the provider: through an admin proxy of the run if the gateway does not support workspaces. The proxy asks for a token that is made for
 * the run, unless the Admin API has one of its own, so that the token's grant can be followed.
 */
export async function providerEndpoint(
  { adminUrl, adminToken }: SuiteConfig,
  { supportsWorkspaces }: GatewayFacts,
  opened: { close(): Promise<void> }[],
) {
  const token = adminToken ?? `canary-${randomBytes(12).toString('hex')}`;
  if (supportsWorkspaces) return { url: adminUrl, token };
  const server: Listening = await startAdminProxy(adminUrl, adminToken === undefined ? token : undefined);
  opened.push(server);
  return { url: server.url, token };
}
