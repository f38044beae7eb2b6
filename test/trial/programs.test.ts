import { jsonOf, send } from '../../trial/client/request';
import { type Listening, listen } from '../../trial/server/listen';
import { sendJson } from '../../trial/server/message';
import { smallCatalog, temporaryFolder } from './support/catalog';
import { Program } from './support/program';

let admin: Listening;
beforeAll(async () => {
  admin = await listen((_, response) => sendJson(response, 200, {}));
});
afterAll(() => admin.close());

const env = () => ({
  GATEWRIGHT_CATALOG: smallCatalog(),
  KONG_ADMIN_URL: admin.url,
  ISSUER_KEYS: `${temporaryFolder()}/keys`,
  ISSUER_TLS_PORT: '0',
  ...Object.fromEntries(
    ['ADMIN_PROXY', 'UPSTREAM_STUB', 'ISSUER', 'AUDIT', 'CONSENT'].map((name) => [`${name}_PORT`, '0']),
  ),
});

test.each(['admin-proxy', 'upstream-stub', 'issuer', 'audit', 'consent'])(
  '%s starts, is healthy, and stops on SIGTERM',
  async (component) => {
    const program = await Program.start(component, env());
    const [url] = program.urls;
    expect([component, program.text]).toEqual([
      component,
      expect.stringMatching(new RegExp(`^${component} is listening on http`)),
    ]);
    expect(jsonOf(await send({ url: `${url}/-/health` }))).toEqual({ status: 'ok' });
    expect(await program.stop()).toBe(0);
  },
);

test('all components start with one command', async () => {
  const program = await Program.start('run', env());
  await program.prints('trial is listening on');
  expect(
    program.text
      .split('\n')
      .slice(0, 5)
      .map((line) => line.split(' ')[0]),
  ).toEqual(['admin-proxy', 'upstream-stub', 'issuer', 'audit', 'consent']);
  for (const url of program.urls.filter((one) => one.startsWith('http:')))
    expect(jsonOf(await send({ url: `${url}/-/health` }))).toEqual({ status: 'ok' });
  expect(await program.stop()).toBe(0);
});

test('a port in use stops all components, with a reason', async () => {
  const program = await Program.start('run', { ...env(), CONSENT_PORT: String(admin.port) });
  await program.ended;
  expect([program.exitCode, program.text]).toEqual([
    1,
    expect.stringContaining('trial cannot start: listen EADDRINUSE'),
  ]);
});
