import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { jsonOf } from '../../client/request';
import { signToken } from '../../client/tokens';
import type { AdminApi, Entity } from '../gateway-facts';
import { newTokenKey } from '../setup/credentials';

/** A route without Gatewright's plugins, for comparison. */
export interface ComparisonRoute {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The tag of all entities of the comparison. */
const TAG = 'e2e-load';

/** Creates a route to the upstream without plugins. */
export async function createRouteWithoutPlugins(admin: AdminApi, upstreamUrl: string): Promise<ComparisonRoute> {
  await createService(admin, 'e2e-load-bare', upstreamUrl);
  return { path: '/e2e-load-bare', headers: {} };
}

/** Creates a route with Kong's bundled plugins for the same purposes: jwt, acl, rate-limiting, correlation-id, http-log, prometheus. */
export async function createRouteWithBundledPlugins(
  admin: AdminApi,
  upstreamUrl: string,
  auditUrl: string,
): Promise<ComparisonRoute> {
  const { id } = await createService(admin, 'e2e-load-bundled', upstreamUrl);
  const plugins = {
    jwt: { claims_to_verify: ['exp', 'nbf'], key_claim_name: 'kid', maximum_expiration: 3600 },
    acl: { allow: ['e2e-load'], hide_groups_header: true },
    'rate-limiting': { hour: 100_000_000, policy: 'local', limit_by: 'consumer' },
    'correlation-id': { header_name: 'x-correlator', echo_downstream: true },
    // In batches, as for Gatewright's plugins.
    'http-log': { http_endpoint: `${auditUrl}/records`, queue: { max_batch_size: 100, max_coalescing_delay: 1 } },
    prometheus: { per_consumer: true, status_code_metrics: true, latency_metrics: true },
  };
  for (const [name, config] of Object.entries(plugins))
    await create(admin, `/services/${id}/plugins`, { name, config });
  const consumer = await create(admin, '/consumers', { username: 'e2e-load' });
  await create(admin, `/consumers/${consumer.id}/acls`, { group: 'e2e-load' });
  const key: JWK = await newTokenKey();
  const rsa_public_key = createPublicKey(createPrivateKey({ key: key as never, format: 'jwk' }))
    .export({ type: 'spki', format: 'pem' })
    .toString();
  await create(admin, `/consumers/${consumer.id}/jwt`, { key: key.kid, algorithm: 'ES256', rsa_public_key });
  const now = Math.floor(Date.now() / 1000);
  const token = await signToken(key, { sub: 'e2e-load', exp: now + 600 });
  return { path: '/e2e-load-bundled', headers: { authorization: `Bearer ${token}` } };
}

/**
 * Deletes the comparison routes.
 * @returns the number of deleted routes, services and consumers
 */
export async function removeComparisonRoutes(admin: AdminApi): Promise<number> {
  let count = 0;
  for (const kind of ['routes', 'services', 'consumers'])
    for (const { id, tags } of await admin.list(kind)) {
      if (!tags?.includes(TAG)) continue;
      await admin.request(`/${kind}/${id}`, 'DELETE');
      count += 1;
    }
  return count;
}

async function createService(admin: AdminApi, name: string, url: string): Promise<Entity> {
  const created = await create(admin, '/services', { name, url });
  await create(admin, `/services/${created.id}/routes`, { name, paths: [`/${name}`] });
  return created;
}

async function create(admin: AdminApi, path: string, body: object): Promise<Entity> {
  const reply = await admin.request(path, 'POST', { ...body, tags: [TAG] });
  if (reply.status !== 201) throw new Error(`POST ${path} failed with ${reply.status}: ${reply.body}`);
  return jsonOf(reply) as Entity;
}
