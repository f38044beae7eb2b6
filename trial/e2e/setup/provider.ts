import { randomBytes } from 'node:crypto';
import type { Listening } from '../../server/listen';
import type { GatewayFacts } from '../gateway-facts';
import type { Settings } from '../settings';
import { startFront } from './parts';

/**
 * What the provider talks to: a front of the run where the Admin API serves no workspaces. It asks for a token that is made for
 * the run, unless the Admin API has one of its own, so that the token's way can be followed.
 */
export async function providerOf(
  { adminUrl, adminToken }: Settings,
  { servesWorkspaces }: GatewayFacts,
  opened: { close(): Promise<void> }[],
) {
  const token = adminToken ?? `canary-${randomBytes(12).toString('hex')}`;
  if (servesWorkspaces) return { url: adminUrl, token };
  const server: Listening = await startFront(adminUrl, adminToken === undefined ? token : undefined);
  opened.push(server);
  return { url: server.url, token };
}
