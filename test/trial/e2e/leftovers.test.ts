import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CertificateAuthority } from '../../../trial/certificates/authority';
import { AdminApi, type Entity } from '../../../trial/e2e/gateway-facts';
import { countManaged, deleteLeftovers } from '../../../trial/e2e/leftovers';
import { RUN_CA } from '../../../trial/e2e/setup/credentials';
import { type Listening, listen } from '../../../trial/server/listen';
import { sendJson } from '../../../trial/server/message';
import { inFolder } from '../../support/synthesis';

const MANAGED = ['managed-by:gatewright'];

/** An Admin API that lists and deletes these entities. */
async function gatewayWith(entities: Readonly<Record<string, readonly Entity[]>>): Promise<Listening> {
  const left = new Map(Object.entries(entities).map(([kind, list]) => [kind, [...list]]));
  return listen((request, response) => {
    const [, kind = '', id] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
    const list = left.get(kind) ?? [];
    if (request.method !== 'DELETE') return sendJson(response, 200, { data: list, next: null });
    left.set(
      kind,
      list.filter((entity) => entity.id !== id),
    );
    response.writeHead(204).end();
  });
}

/** Deletes leftovers given the IDs of this run's stacks; returns how many were deleted, and how many are left by kind. */
async function clean(entities: Readonly<Record<string, readonly Entity[]>>, ids: readonly string[] = []) {
  const gateway = await gatewayWith(entities);
  try {
    const admin = new AdminApi(gateway.url);
    const deleted = await inFolder((folder) => {
      mkdirSync(join(folder, 'sandbox_apis'));
      const byName = Object.fromEntries(ids.map((id) => [id, { id }]));
      writeFileSync(join(folder, 'sandbox_apis', 'cdk.tf.json'), JSON.stringify({ resource: { any: byName } }));
      return deleteLeftovers(admin, folder);
    });
    return { deleted, left: Object.fromEntries(await countManaged(admin)) };
  } finally {
    await gateway.close();
  }
}

test('deletes the client CA of an earlier run, and keeps others', async () => {
  const { certificate: cert } = await CertificateAuthority.create(RUN_CA);
  const { certificate: other } = await CertificateAuthority.create('CN=Operator CA');
  const ca_certificates = [
    { id: 'earlier', cert, tags: MANAGED },
    { id: 'operator', cert: other, tags: MANAGED },
    { id: 'untagged', cert, tags: null },
  ];
  expect(await clean({ ca_certificates })).toEqual({ deleted: 1, left: { ca_certificates: 1 } });
});

test('deletes entities of this run and consumers of any run, and keeps other environments', async () => {
  const entities = {
    services: [
      { id: 'a', tags: MANAGED },
      { id: 'production', tags: MANAGED },
    ],
    plugins: [
      { id: 'p1', service: { id: 'a' }, tags: MANAGED },
      { id: 'p2', service: { id: 'production' }, tags: MANAGED },
    ],
    consumers: [
      { id: 'c1', username: 'e2e-four-1a2b3c_app', tags: MANAGED },
      { id: 'c2', username: 'acme-bank_checkout', tags: MANAGED },
    ],
  };
  expect(await clean(entities, ['a'])).toEqual({ deleted: 3, left: { services: 1, plugins: 1, consumers: 1 } });
});

test('deletes the comparison routes of a load step', async () => {
  const routes = [{ id: 'bare', tags: ['e2e-load'] }];
  expect(await clean({ routes, services: routes })).toEqual({ deleted: 2, left: {} });
});
