import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonOf, send } from '../../trial/client/request';
import { type Listening, listen } from '../../trial/server/listen';
import { stubResponses } from '../../trial/upstream-stub/responses';
import { upstreamStub } from '../../trial/upstream-stub/upstream-stub';
import { smallCatalog } from './support/catalog';

let server: Listening;
beforeAll(async () => {
  server = await listen(upstreamStub(stubResponses(smallCatalog())));
});
afterAll(() => server.close());

const call = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  send({ url: `${server.url}${path}`, method, headers, body });

test('responds with the first example of the OpenAPI file', async () => {
  const reply = await call('POST', '/places/v1/retrieve', {}, '{}');
  expect(reply.headers['content-type']).toBe('application/json');
  expect([reply.status, jsonOf(reply)]).toEqual([200, { area: { center: { latitude: 40.4 }, radius: 800 } }]);
});

test('generates an example from the schema if there is none, also from a recursive schema', async () => {
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

test('finds an example in another file of the catalog', () => {
  const folder = smallCatalog();
  const file = path.join(folder, 'places.openapi.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"#/components/examples/Place"', '"./examples/place.yaml"'));
  mkdirSync(path.join(folder, 'examples'));
  writeFileSync(path.join(folder, 'examples/place.yaml'), 'value: { area: elsewhere }\n');
  const response = stubResponses(folder).find(
    ({ method, path: served }) => method === 'POST' && served.test('/places/v1/retrieve'),
  );
  expect(response?.body).toEqual({ area: 'elsewhere' });
});

test('sends no body for an operation without content', async () => {
  expect(await call('DELETE', '/places/v1/places/17')).toMatchObject({ status: 204, body: '' });
});

test('sends the events of a stream unchanged', async () => {
  const reply = await call('GET', '/places/v1/stream');
  expect([reply.headers['content-type'], reply.body]).toEqual(['text/event-stream', 'data: {}\n\n']);
});

test.each([
  ['POST', '/places/v1/retrieve/more'],
  ['POST', '/places/v1/places/a/b'],
  ['GET', '/other'],
  ['POST', '/places/v1/places/17'],
])('echoes %s %s, which is not an operation', async (method, path) => {
  expect(jsonOf(await call(method, path))).toMatchObject({ method, path });
});

test('echoes a request with the header x-stub: echo', async () => {
  const reply = await call('POST', '/places/v1/retrieve?a=1&b=%20', { 'x-stub': 'echo', 'x-end': 'ä' }, '{"a":1}');
  expect(jsonOf(reply)).toMatchObject({
    method: 'POST',
    path: '/places/v1/retrieve',
    query: { a: '1', b: ' ' },
    headers: { 'x-stub': 'echo' },
    body: '{"a":1}',
  });
});

test.each([
  ['503', 503],
  ['429', 429],
  ['99', 200],
  ['not a number', 200],
])('responds to x-stub-status %s with %d', async (value, status) => {
  expect((await call('POST', '/places/v1/retrieve', { 'x-stub-status': value })).status).toBe(status);
});

test('compresses a response on request, regardless of accept-encoding', async () => {
  const { url } = server;
  const response = await fetch(`${url}/places/v1/retrieve`, {
    method: 'POST',
    headers: { 'x-stub-encoding': 'gzip', 'accept-encoding': 'identity' },
  });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.json()).toEqual({ area: { center: { latitude: 40.4 }, radius: 800 } });
});

test('pads a response on request, and keeps it valid JSON', async () => {
  const reply = await call('POST', '/places/v1/retrieve', { 'x-stub-padding': '100000' });
  expect(reply.body.length).toBeGreaterThan(100_000);
  expect(jsonOf(reply)).toEqual({ area: { center: { latitude: 40.4 }, radius: 800 } });
});

test('closes the connection on request, before the announced length', async () => {
  const response = await fetch(`${server.url}/places/v1/retrieve`, {
    method: 'POST',
    headers: { 'x-stub-break': '5' },
  });
  expect([response.status, response.headers.get('content-length')]).toEqual([200, '50']);
  await expect(response.text()).rejects.toThrow();
});

test('rejects a body that is too long', async () => {
  const reply = await call('POST', '/places/v1/retrieve', {}, 'x'.repeat(5 * 1024 * 1024));
  expect(jsonOf(reply)).toMatchObject({ status: 413, code: 'INVALID_ARGUMENT' });
});

test('answers the health check', async () => {
  expect(jsonOf(await call('GET', '/-/health'))).toEqual({ status: 'ok' });
});
