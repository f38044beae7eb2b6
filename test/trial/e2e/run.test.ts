import path from 'node:path';
import { runProgram } from '../../../trial/e2e/program';
import { type Listening, listen } from '../../../trial/server/listen';
import { sendJson } from '../../../trial/server/message';

const MAIN = path.join(__dirname, '..', '..', '..', 'dist', 'trial', 'e2e', 'main.js');

/** Runs the suite. */
const suite = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  runProgram(process.execPath, [MAIN, ...args], { cwd: process.cwd(), env: { PATH: process.env.PATH, ...env } });

const running: Listening[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

/** An Admin API that only serves `/`. */
async function adminApi(facts: object): Promise<string> {
  const server = await listen((request, response) =>
    request.url === '/' ? sendJson(response, 200, facts) : sendJson(response, 404, { message: 'Not found' }),
  );
  running.push(server);
  return server.url;
}

const KONG = {
  version: '3.9.1',
  edition: 'community',
  configuration: { database: 'postgres', proxy_listen: ['0.0.0.0:8000', '0.0.0.0:8443 ssl'] },
  plugins: { available_on_server: { acl: {}, 'partner-token': {} } },
};

test('skips all steps with the reason and exits with 2 if the gateway lacks plugins', async () => {
  const { status, out, err } = await suite({ KONG_ADMIN_URL: await adminApi(KONG) });
  expect(out).toContain('Kong 3.9.1 (open source), database postgres');
  expect(out).toContain('http://127.0.0.1:8000 and https://127.0.0.1:8443');
  const missing = 'partner-mtls, partner-consent, partner-errors, partner-tier-limit, partner-masking';
  expect(out).toContain(`missing: ${missing}`);
  const [, skipped] = /\n0 passed, 0 failed, (\d+) skipped\n$/.exec(out) ?? [];
  expect(Number(skipped)).toBeGreaterThan(20);
  expect(out.split(`skipped: the gateway does not load ${missing}`)).toHaveLength(Number(skipped) + 1);
  expect([status, err]).toEqual([
    2,
    `the gateway was not tested: the gateway does not load ${missing}; see docs/kong-requirements.md\n`,
  ]);
});

test('exits with 2 for such a gateway with --load as well', async () => {
  const { status, err } = await suite({ KONG_ADMIN_URL: await adminApi(KONG) }, '--load');
  expect([status, err]).toEqual([2, expect.stringContaining('the gateway was not tested: the gateway does not load ')]);
});

test.each([
  ['a database', { ...KONG, configuration: { database: 'off' } }, 'no database'],
  ['a supported version', { ...KONG, version: '3.4.2' }, 'Kong 3.4.2 is not supported'],
])('skips all steps for a gateway without %s', async (_, facts, reason) => {
  const { status, out, err } = await suite({ KONG_ADMIN_URL: await adminApi(facts) });
  expect(out).toContain(reason);
  expect([status, err]).toEqual([2, expect.stringContaining(`the gateway was not tested: `)]);
  expect(err).toContain(reason);
});

test.each([
  ['no URL', {}, [], 'KONG_ADMIN_URL is not set'],
  ['an unknown option', { KONG_ADMIN_URL: 'http://127.0.0.1:1' }, ['--lod'], "Unknown option '--lod'"],
  ['a URL that does not respond', { KONG_ADMIN_URL: 'http://127.0.0.1:1' }, [], 'ECONNREFUSED'],
])('exits with 2 and a reason for %s', async (_, env, args, message) => {
  const { status, err } = await suite(env as unknown as Record<string, string>, ...args);
  expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  expect(err).not.toContain('    at ');
});

test('reports a server that is not Kong', async () => {
  const { status, err } = await suite({ KONG_ADMIN_URL: await adminApi({ hello: 'world' }) });
  expect([status, err]).toEqual([2, expect.stringContaining('is not an Admin API of Kong')]);
});

test('prints all variables and options for --help', async () => {
  const { status, out } = await suite({}, '--help');
  expect(status).toBe(0);
  for (const name of ['KONG_ADMIN_URL', 'KONG_PROXY_TLS_URL', 'E2E_CLIENT_CA_KEY', '--load'])
    expect(out).toContain(name);
});
