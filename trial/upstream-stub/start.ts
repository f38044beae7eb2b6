import { resolve } from 'node:path';
import { type Env, readPort, readVariable } from '../server/env';
import { type Listening, listen } from '../server/listen';
import { stubResponses } from './responses';
import { upstreamStub } from './upstream-stub';

/**
 * Starts the upstream stub. Environment variables: GATEWRIGHT_CATALOG (catalog), UPSTREAM_STUB_HOST (127.0.0.1),
 * UPSTREAM_STUB_PORT (9001).
 */
export async function startUpstreamStub(env: Env): Promise<readonly Listening[]> {
  const responses = stubResponses(resolve(readVariable(env, 'GATEWRIGHT_CATALOG') ?? 'catalog'));
  return [
    await listen(upstreamStub(responses), {
      host: readVariable(env, 'UPSTREAM_STUB_HOST'),
      port: readPort(env, 'UPSTREAM_STUB_PORT', 9001),
    }),
  ];
}
