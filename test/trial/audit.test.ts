import { auditRecords } from '../../trial/audit/records';
import { jsonOf, send } from '../../trial/client/request';
import { type Listening, listen } from '../../trial/server/listen';

const running: Listening[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function startAudit(authorization?: string) {
  const server = await listen(auditRecords(authorization));
  running.push(server);
  return (method: string, body?: string, headers: Record<string, string> = {}, path = '/records') =>
    send({ url: `${server.url}${path}`, method, body, headers });
}

test('returns records in the order in which they were sent, one by one or as a list', async () => {
  const call = await startAudit();
  expect((await call('POST', '{"n":1}')).status).toBe(204);
  expect((await call('POST', '[{"n":2},{"n":3}]')).status).toBe(204);
  expect(jsonOf(await call('GET'))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('deletes records on request', async () => {
  const call = await startAudit();
  await call('POST', '{"n":1}');
  expect((await call('DELETE')).status).toBe(204);
  expect(jsonOf(await call('GET'))).toEqual([]);
});

test('drops the oldest records first', async () => {
  const call = await startAudit();
  await call('POST', JSON.stringify(Array.from({ length: 10_002 }, (_, n) => ({ n }))));
  const kept = jsonOf(await call('GET')) as readonly { n: number }[];
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([10_000, { n: 2 }, { n: 10_001 }]);
});

test.each([
  ['invalid JSON', 'POST', 'no', '/records', 400],
  ['another method', 'PUT', '{}', '/records', 405],
  ['another path', 'POST', '{}', '/record', 404],
])('rejects %s in the error model', async (_, method, body, path, status) => {
  const call = await startAudit();
  const reply = await call(method, body, {}, path);
  expect([reply.status, jsonOf(reply)]).toEqual([
    status,
    expect.objectContaining({ status, code: expect.any(String) }),
  ]);
  expect(jsonOf(await call('GET'))).toEqual([]);
});

test('rejects reads and writes with a wrong Authorization header', async () => {
  const call = await startAudit('Bearer right');
  expect((await call('POST', '{}')).status).toBe(401);
  expect((await call('GET', undefined, { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await call('POST', '{}', { authorization: 'Bearer right' })).status).toBe(204);
});
