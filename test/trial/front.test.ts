import { once } from 'node:events';
import { connect } from 'node:net';
import { jsonOf, send } from '../../trial/client/request';
import { front, withoutWorkspace } from '../../trial/front/front';
import { type Listening, listen } from '../../trial/server/listen';
import { readBody } from '../../trial/server/message';

/** What reached the Admin API. */
interface Reached {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

let admin: Listening;
let reached: Reached[] = [];
const open: Listening[] = [];

beforeAll(async () => {
  admin = await listen(async (request, response) => {
    const body = (await readBody(request)).toString('utf8');
    reached.push({ method: request.method, url: request.url, headers: request.headers, body });
    response.writeHead(request.url?.startsWith('/missing') ? 404 : 200, {
      'content-type': 'application/json',
      'x-kong-admin-latency': '1',
    });
    response.end('{"next":"/services?offset=a"}');
  });
});
beforeEach(() => {
  reached = [];
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
afterAll(() => admin.close());

async function started(options: Partial<Parameters<typeof front>[0]> = {}): Promise<string> {
  const server = await listen(front({ adminUrl: admin.url, ...options }));
  open.push(server);
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
])('%s reaches the Admin API as %s', async (sent, expected) => {
  const url = await started();
  const reply = await send({ url: `${url}${sent}` });
  expect(reply.status).toBe(200);
  expect(reached.map((one) => one.url)).toEqual([expected]);
});

test('another workspace is taken off where it is named', () => {
  expect(withoutWorkspace('/partners/services', 'partners')).toBe('/services');
  expect(withoutWorkspace('/default/services', 'partners')).toBe('/default/services');
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s passes with its body and its headers', async (method) => {
  const url = await started();
  const body = JSON.stringify({ name: 'número', text: 'x'.repeat(100_000) });
  await send({ url: `${url}/default/services`, method, body, headers: { 'content-type': 'application/json' } });
  expect(reached).toEqual([expect.objectContaining({ method, url: '/services', body })]);
  expect(reached[0]?.headers).toMatchObject({ 'content-type': 'application/json', host: new URL(admin.url).host });
});

test('status, headers and body of the answer come back as they are', async () => {
  const url = await started();
  const reply = await send({ url: `${url}/default/missing` });
  expect(reply).toMatchObject({ status: 404, body: '{"next":"/services?offset=a"}' });
  expect(reply.headers['x-kong-admin-latency']).toBe('1');
});

test('headers of the connection do not pass', async () => {
  const url = await started();
  await send({ url: `${url}/x`, headers: { connection: 'close, x-hop', 'x-hop': '1', te: 'trailers', 'x-end': '2' } });
  expect(reached[0]?.headers).toMatchObject({ 'x-end': '2' });
  expect(reached[0]?.headers).not.toHaveProperty('x-hop');
  expect(reached[0]?.headers).not.toHaveProperty('te');
});

describe('with a token', () => {
  test.each([
    [undefined, 401],
    ['', 401],
    ['wrong', 401],
    ['right', 200],
  ])('%p is answered with %d', async (token, status) => {
    const url = await started({ token: 'right' });
    const headers: Record<string, string> = token === undefined ? {} : { 'kong-admin-token': token };
    expect((await send({ url: `${url}/default/services`, headers })).status).toBe(status);
    expect(reached).toHaveLength(status === 200 ? 1 : 0);
    // The token is the front's; the Admin API behind it has no use for it.
    for (const one of reached) expect(one.headers).not.toHaveProperty('kong-admin-token');
  });

  test('of the Admin API behind it, it passes', async () => {
    const url = await started();
    await send({ url: `${url}/default/services`, headers: { 'kong-admin-token': 'for-kong' } });
    expect(reached[0]?.headers['kong-admin-token']).toBe('for-kong');
  });

  test('nobody needs it to ask for its health', async () => {
    const url = await started({ token: 'right' });
    expect((await send({ url: `${url}/-/health` })).status).toBe(200);
  });
});

test('a path below which the Admin API lies is kept', async () => {
  const url = await started({ adminUrl: `${admin.url}/admin-api/` });
  await send({ url: `${url}/default/services` });
  expect(reached[0]?.url).toBe('/admin-api/services');
});

test('an Admin API that is away is told so, and the front goes on', async () => {
  const gone = await listen(() => {});
  await gone.close();
  const url = await started({ adminUrl: gone.url });
  const reply = await send({ url: `${url}/default/services` });
  expect([reply.status, jsonOf(reply)]).toEqual([502, { message: `the Admin API does not answer at ${gone.url}` }]);
  expect((await send({ url: `${url}/-/health` })).status).toBe(503);
});

test('a request for another server goes nowhere', async () => {
  const url = new URL(await started());
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
  expect(reached).toEqual([]);
});
