/**
 * `npm run gateway`: runs all components of the trial in one program, without containers: the admin proxy, the upstream stub, the
 * issuer, the audit service and the consent service. The gateway itself is not included (KONG_ADMIN_URL); docs/gateway.md lists its
 * requirements. Each start.ts lists the environment variables of its component.
 */
import { startAdminProxy } from './admin-proxy/start';
import { startAudit } from './audit/start';
import { startConsent } from './consent/start';
import { startIssuer } from './issuer/start';
import type { Listening } from './server/listen';
import { serve } from './server/serve';
import { startUpstreamStub } from './upstream-stub/start';

const COMPONENTS = {
  'admin-proxy': startAdminProxy,
  'upstream-stub': startUpstreamStub,
  issuer: startIssuer,
  audit: startAudit,
  consent: startConsent,
};

serve('trial', async () => {
  const servers: Listening[] = [];
  try {
    for (const [name, start] of Object.entries(COMPONENTS)) {
      const started = await start(process.env);
      servers.push(...started);
      process.stdout.write(`${name.padEnd(13)} ${started.map(({ url }) => url).join(' and ')}\n`);
    }
    return servers;
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()));
    throw error;
  }
});
