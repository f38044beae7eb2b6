import { randomBytes } from 'node:crypto';
import type { Listening } from '../../server/listen';
import type { SuiteConfig } from '../config';
import type { GatewayFacts } from '../gateway-facts';
import { startAdminProxy } from './components';

/**
 * The Admin API for the Terraform provider, through an admin proxy if the gateway does not support workspaces. If the Admin API has no
 * token, the proxy requires one of the run, so that a step can search for it in states and plans.
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
