import { resolve } from 'node:path';
import { type Listening, listen } from '../server/listen';
import { portSetting, setting, type Variables } from '../server/settings';
import { stubResponses } from './responses';
import { upstreamStub } from './upstream-stub';

/**
 * Starts the upstream stub. Environment variables: GATEWRIGHT_CATALOG (catalog), UPSTREAM_STUB_HOST (127.0.0.1),
 * UPSTREAM_STUB_PORT (9001).
 */
export async function startUpstreamStub(env: Variables): Promise<readonly Listening[]> {
  const responses = stubResponses(resolve(setting(env, 'GATEWRIGHT_CATALOG') ?? 'catalog'));
  return [
    await listen(upstreamStub(responses), {
      host: setting(env, 'UPSTREAM_STUB_HOST'),
      port: portSetting(env, 'UPSTREAM_STUB_PORT', 9001),
    }),
  ];
}
