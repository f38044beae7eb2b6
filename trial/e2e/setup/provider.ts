import { randomBytes } from 'node:crypto';
import type { Listening } from '../../server/listen';
import type { GatewayFacts } from '../gateway-facts';
import type { Settings } from '../settings';
import { startAdminProxy } from './parts';

/**
 * The Admin API for the provider: through an admin proxy of the run if the gateway does not support workspaces. The proxy asks for a token that is made for
 * the run, unless the Admin API has one of its own, so that the token's way can be followed.
 */
export async function providerOf(
  { adminUrl, adminToken }: Settings,
  { servesWorkspaces }: GatewayFacts,
  opened: { close(): Promise<void> }[],
) {
  const token = adminToken ?? `canary-${randomBytes(12).toString('hex')}`;
  if (servesWorkspaces) return { url: adminUrl, token };
  const server: Listening = await startAdminProxy(adminUrl, adminToken === undefined ? token : undefined);
  opened.push(server);
  return { url: server.url, token };
}
