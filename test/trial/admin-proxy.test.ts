import { once } from 'node:events';
import { connect } from 'node:net';
import { adminProxy, withoutWorkspace } from '../../trial/admin-proxy/admin-proxy';
import { jsonOf, send } from '../../trial/client/request';
import { type Listening, listen } from '../../trial/server/listen';
import { readBody } from '../../trial/server/message';

/** A request that reached the Admin API. */
interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

let admin: Listening;
let received: ReceivedRequest[] = [];
const running: Listening[] = [];

beforeAll(async () => {
  admin = await listen(async (request, response) => {
    const body = (await readBody(request)).toString('utf8');
    received.push({ method: request.method, url: request.url, headers: request.headers, body });
    response.writeHead(request.url?.startsWith('/missing') ? 404 : 200, {
      'content-type': 'application/json',
      'x-kong-admin-latency': '1',
    });
    response.end('{"next":"/services?offset=a"}');
  });
});
beforeEach(() => {
  received = [];
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});
afterAll(() => admin.close());

async function startProxy(options: Partial<Parameters<typeof adminProxy>[0]> = {}): Promise<string> {
  const server = await listen(adminProxy({ adminUrl: admin.url, ...options }));
  running.push(server);
  return server.url;
}

test.each([
  ['/default/services', '/services'],
  ['/default/services?size=2&offset=a%2Fb', '/services?size=2&offset=a%2Fb'],
  ['/default/consumers/a%2Fb%20c', '/consumers/a%2Fb%20c'],
  ['/default', '/'],
  ['/default?x=1', '/?x=1'],
  ['/default/', '/'],
  ['/services', '/services'],
  ['/default-services', '/default-services'],
  ['/defaults/x', '/defaults/x'],
  ['/services/default/routes', '/services/default/routes'],
  ['/default/default/x', '/default/x'],
  ['//default/x', '//default/x'],
])('forwards %s to the Admin API as %s', async (sent, expected) => {
  const url = await startProxy();
  const reply = await send({ url: `${url}${sent}` });
  expect(reply.status).toBe(200);
  expect(received.map((one) => one.url)).toEqual([expected]);
});

test('removes the prefix of another workspace if it is configured', () => {
  expect(withoutWorkspace('/partners/services', 'partners')).toBe('/services');
  expect(withoutWorkspace('/default/services', 'partners')).toBe('/default/services');
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('forwards a %s with its body and its headers', async (method) => {
  const url = await startProxy();
  const body = JSON.stringify({ name: 'número', text: 'x'.repeat(100_000) });
  await send({ url: `${url}/default/services`, method, body, headers: { 'content-type': 'application/json' } });
  expect(received).toEqual([expect.objectContaining({ method, url: '/services', body })]);
  expect(received[0]?.headers).toMatchObject({ 'content-type': 'application/json', host: new URL(admin.url).host });
});

test('returns status, headers and body of the response unchanged', async () => {
  const url = await startProxy();
  const reply = await send({ url: `${url}/default/missing` });
  expect(reply).toMatchObject({ status: 404, body: '{"next":"/services?offset=a"}' });
  expect(reply.headers['x-kong-admin-latency']).toBe('1');
});

test('drops hop-by-hop headers', async () => {
  const url = await startProxy();
  await send({ url: `${url}/x`, headers: { connection: 'close, x-hop', 'x-hop': '1', te: 'trailers', 'x-end': '2' } });
  expect(received[0]?.headers).toMatchObject({ 'x-end': '2' });
  expect(received[0]?.headers).not.toHaveProperty('x-hop');
  expect(received[0]?.headers).not.toHaveProperty('te');
});

describe('a proxy with a token', () => {
  test.each([
    [undefined, 401],
    ['', 401],
    ['wrong', 401],
    ['right', 200],
  ])('responds to the token %p with %d', async (token, status) => {
    const url = await startProxy({ token: 'right' });
    const headers: Record<string, string> = token === undefined ? {} : { 'kong-admin-token': token };
    expect((await send({ url: `${url}/default/services`, headers })).status).toBe(status);
    expect(received).toHaveLength(status === 200 ? 1 : 0);
    for (const one of received) expect(one.headers).not.toHaveProperty('kong-admin-token');
  });

  test('forwards a token of the Admin API if it has none of its own', async () => {
    const url = await startProxy();
    await send({ url: `${url}/default/services`, headers: { 'kong-admin-token': 'for-kong' } });
    expect(received[0]?.headers['kong-admin-token']).toBe('for-kong');
  });

  test('answers the health check without the token', async () => {
    const url = await startProxy({ token: 'right' });
    expect((await send({ url: `${url}/-/health` })).status).toBe(200);
  });
});

test('keeps the base path of the Admin API', async () => {
  const url = await startProxy({ adminUrl: `${admin.url}/admin-api/` });
  await send({ url: `${url}/default/services` });
  expect(received[0]?.url).toBe('/admin-api/services');
});

test('reports an Admin API that does not respond, and keeps running', async () => {
  const gone = await listen(() => {});
  await gone.close();
  const url = await startProxy({ adminUrl: gone.url });
  const reply = await send({ url: `${url}/default/services` });
  expect([reply.status, jsonOf(reply)]).toEqual([502, { message: `the Admin API at ${gone.url} does not respond` }]);
  expect((await send({ url: `${url}/-/health` })).status).toBe(503);
});

test('rejects a request to another server', async () => {
  const url = new URL(await startProxy());
  const socket = connect(Number(url.port), url.hostname);
  socket.write(
    'GET http://elsewhere.example/services HTTP/1.1\r\nhost: elsewhere.example\r\nconnection: close\r\n\r\n',
  );
  let text = '';
  socket.on('data', (part) => {
    text += part;
  });
  await once(socket, 'close');
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(received).toEqual([]);
});
