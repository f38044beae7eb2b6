import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CertificateAuthority } from '../../../trial/certificates/authority';
import { AdminApi, type Entity } from '../../../trial/e2e/gateway-facts';
import { countManaged, deleteLeftovers } from '../../../trial/e2e/leftovers';
import { RUN_CA } from '../../../trial/e2e/setup/credentials';
import { type Listening, listen } from '../../../trial/server/listen';
import { sendJson } from '../../../trial/server/message';
import { inFolder } from '../../support/synthesis';

const OURS = ['managed-by:gatewright'];

/** An Admin API with some entities, which lists and deletes them. */
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

/** Deletes what an earlier run left, where the stacks of this one have the ids, and says what is left by kind. */
async function cleaned(entities: Readonly<Record<string, readonly Entity[]>>, ids: readonly string[] = []) {
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

test('the client CA of an earlier run is deleted, that of somebody else stays', async () => {
  const { certificate: cert } = await CertificateAuthority.create(RUN_CA);
  const { certificate: other } = await CertificateAuthority.create('CN=Operator CA');
  const ca_certificates = [
    { id: 'earlier', cert, tags: OURS },
    { id: 'operator', cert: other, tags: OURS },
    { id: 'not-ours', cert, tags: null },
  ];
  expect(await cleaned({ ca_certificates })).toEqual({ deleted: 1, left: { ca_certificates: 1 } });
});

test('entities of this run and consumers of any run are deleted, those of other environments stay', async () => {
  const entities = {
    services: [
      { id: 'a', tags: OURS },
      { id: 'production', tags: OURS },
    ],
    plugins: [
      { id: 'p1', service: { id: 'a' }, tags: OURS },
      { id: 'p2', service: { id: 'production' }, tags: OURS },
    ],
    consumers: [
      { id: 'c1', username: 'e2e-four-1a2b3c_app', tags: OURS },
      { id: 'c2', username: 'acme-bank_checkout', tags: OURS },
    ],
  };
  expect(await cleaned(entities, ['a'])).toEqual({ deleted: 3, left: { services: 1, plugins: 1, consumers: 1 } });
});

test('what a load step made for comparison is deleted', async () => {
  const routes = [{ id: 'bare', tags: ['e2e-load'] }];
  expect(await cleaned({ routes, services: routes })).toEqual({ deleted: 2, left: {} });
});
