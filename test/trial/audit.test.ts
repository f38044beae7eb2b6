import { auditRecords } from '../../trial/audit/records';
import { jsonOf, send } from '../../trial/client/request';
import { type Listening, listen } from '../../trial/server/listen';

const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function started(authorization?: string) {
  const server = await listen(auditRecords(authorization));
  open.push(server);
  return (method: string, body?: string, headers: Record<string, string> = {}, path = '/records') =>
    send({ url: `${server.url}${path}`, method, body, headers });
}

test('records come back in the order in which they were sent, alone or as a list', async () => {
  const call = await started();
  expect((await call('POST', '{"n":1}')).status).toBe(204);
  expect((await call('POST', '[{"n":2},{"n":3}]')).status).toBe(204);
  expect(jsonOf(await call('GET'))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('records are forgotten when it is asked for', async () => {
  const call = await started();
  await call('POST', '{"n":1}');
  expect((await call('DELETE')).status).toBe(204);
  expect(jsonOf(await call('GET'))).toEqual([]);
});

test('the oldest records go first', async () => {
  const call = await started();
  await call('POST', JSON.stringify(Array.from({ length: 10_002 }, (_, n) => ({ n }))));
  const kept = jsonOf(await call('GET')) as readonly { n: number }[];
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([10_000, { n: 2 }, { n: 10_001 }]);
});

test.each([
  ['no JSON', 'POST', 'no', '/records', 400],
  ['another method', 'PUT', '{}', '/records', 405],
  ['another path', 'POST', '{}', '/record', 404],
])('%s is refused in the one error model', async (_, method, body, path, status) => {
  const call = await started();
  const reply = await call(method, body, {}, path);
  expect([reply.status, jsonOf(reply)]).toEqual([
    status,
    expect.objectContaining({ status, code: expect.any(String) }),
  ]);
  expect(jsonOf(await call('GET'))).toEqual([]);
});

test('who does not send the right Authorization header neither writes nor reads', async () => {
  const call = await started('Bearer right');
  expect((await call('POST', '{}')).status).toBe(401);
  expect((await call('GET', undefined, { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await call('POST', '{}', { authorization: 'Bearer right' })).status).toBe(204);
});
