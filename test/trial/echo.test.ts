import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonOf, send } from '../../trial/client/request';
import { answersOf } from '../../trial/echo/answers';
import { echo } from '../../trial/echo/echo';
import { type Listening, listen } from '../../trial/server/listen';
import { smallCatalog } from './support/catalog';

let server: Listening;
beforeAll(async () => {
  server = await listen(echo(answersOf(smallCatalog())));
});
afterAll(() => server.close());

const call = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  send({ url: `${server.url}${path}`, method, headers, body });

test('an operation is answered with the first example of its OpenAPI file', async () => {
  const reply = await call('POST', '/places/v1/retrieve', {}, '{}');
  expect(reply.headers['content-type']).toBe('application/json');
  expect([reply.status, jsonOf(reply)]).toEqual([200, { area: { center: { latitude: 40.4 }, radius: 800 } }]);
});

test('where no example is written, one is made from the schema, and a schema in itself ends', async () => {
  const reply = await call('GET', '/places/v1/places/17');
  expect(reply.status).toBe(200);
  expect(jsonOf(reply)).toMatchObject({
    name: 'Home',
    kind: 'circle',
    radius: 2,
    open: true,
    seen: '2026-01-01T00:00:00Z',
    tags: ['text'],
    inside: { name: 'Home', inside: { kind: 'circle' } },
  });
});

test('an example in another file of the catalog is found', () => {
  const folder = smallCatalog();
  const file = path.join(folder, 'places.openapi.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"#/components/examples/Place"', '"./examples/place.yaml"'));
  mkdirSync(path.join(folder, 'examples'));
  writeFileSync(path.join(folder, 'examples/place.yaml'), 'value: { area: elsewhere }\n');
  const answer = answersOf(folder).find(
    ({ method, path: served }) => method === 'POST' && served.test('/places/v1/retrieve'),
  );
  expect(answer?.body).toEqual({ area: 'elsewhere' });
});

test('an operation without content has no body', async () => {
  expect(await call('DELETE', '/places/v1/places/17')).toMatchObject({ status: 204, body: '' });
});

test('a stream is answered with its events as they are written', async () => {
  const reply = await call('GET', '/places/v1/stream');
  expect([reply.headers['content-type'], reply.body]).toEqual(['text/event-stream', 'data: {}\n\n']);
});

test.each([
  ['POST', '/places/v1/retrieve/more'],
  ['POST', '/places/v1/places/a/b'],
  ['GET', '/other'],
  ['POST', '/places/v1/places/17'],
])('%s %s is no operation and is echoed', async (method, path) => {
  expect(jsonOf(await call(method, path))).toMatchObject({ method, path });
});

test('a call that asks for it gets back what reached the upstream', async () => {
  const reply = await call('POST', '/places/v1/retrieve?a=1&b=%20', { 'x-echo': 'request', 'x-end': 'ä' }, '{"a":1}');
  expect(jsonOf(reply)).toMatchObject({
    method: 'POST',
    path: '/places/v1/retrieve',
    query: { a: '1', b: ' ' },
    headers: { 'x-echo': 'request' },
    body: '{"a":1}',
  });
});

test.each([
  ['503', 503],
  ['429', 429],
  ['99', 200],
  ['no number', 200],
])('x-echo-status %s is answered with %d', async (asked, status) => {
  expect((await call('POST', '/places/v1/retrieve', { 'x-echo-status': asked })).status).toBe(status);
});

test('a compressed answer is compressed whatever the call accepts', async () => {
  const { url } = server;
  const response = await fetch(`${url}/places/v1/retrieve`, {
    method: 'POST',
    headers: { 'x-echo-encoding': 'gzip', 'accept-encoding': 'identity' },
  });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.json()).toEqual({ area: { center: { latitude: 40.4 }, radius: 800 } });
});

test('an answer gets longer on demand and stays JSON', async () => {
  const reply = await call('POST', '/places/v1/retrieve', { 'x-echo-padding': '100000' });
  expect(reply.body.length).toBeGreaterThan(100_000);
  expect(jsonOf(reply)).toEqual({ area: { center: { latitude: 40.4 }, radius: 800 } });
});

test('an answer breaks off on demand, before the length that it announced', async () => {
  const response = await fetch(`${server.url}/places/v1/retrieve`, {
    method: 'POST',
    headers: { 'x-echo-break': '5' },
  });
  expect([response.status, response.headers.get('content-length')]).toEqual([200, '50']);
  await expect(response.text()).rejects.toThrow();
});

test('a body that is too long is refused', async () => {
  const reply = await call('POST', '/places/v1/retrieve', {}, 'x'.repeat(5 * 1024 * 1024));
  expect(jsonOf(reply)).toMatchObject({ status: 413, code: 'INVALID_ARGUMENT' });
});

test('it says that it is well', async () => {
  expect(jsonOf(await call('GET', '/-/health'))).toEqual({ status: 'ok' });
});
