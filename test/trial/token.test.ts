import path from 'node:path';
import { decodeJwt } from 'jose';
import { tokenCommand } from '../../trial/client/command';
import { describeSample } from '../support/repository';
import { temporaryFolder } from './support/catalog';
import { Program } from './support/program';

/** `npm run gateway:token`, against the issuer of the sample. */

const env: Record<string, string> = {
  GATEWRIGHT_CATALOG: path.join(__dirname, '..', '..', 'catalog'),
  GATEWRIGHT_AS_OF: '2026-11-21',
  ISSUER_KEYS: path.join(temporaryFolder(), 'keys'),
};
describeSample('npm run gateway:token', () => {
  let issuer: Program;
  beforeAll(async () => {
    issuer = await Program.start('issuer', { ...env, ISSUER_PORT: '0', ISSUER_TLS_PORT: '0' });
    env.ISSUER_PORT = new URL(String(issuer.urls[0])).port;
  });
  afterAll(() => issuer.stop());

  const run = (...args: readonly string[]) => tokenCommand(args, env);

  const COURIER = ['parcel-wren-courier-sandbox', 'dpv:DeliveryOfGoods', 'location-verification:verify'];
  const ROADSIDE = ['alder-roadside-sandbox', 'dpv:RequestedServiceProvision location-retrieval:read'];

  test('prints a token of the client from the issuer of the catalog', async () => {
    const { status, text } = await run(...COURIER);
    expect([status, text.split('.').length, text]).toEqual([0, 3, expect.not.stringContaining('\n')]);
    expect(decodeJwt(text)).toMatchObject({
      iss: 'https://idp.sandbox.operator.example',
      aud: 'https://api.sandbox.operator.example',
      client_id: COURIER[0],
      sub: COURIER[0],
      scope: COURIER.slice(1).join(' '),
    });
  });

  test('prints a token without scopes if none are requested', async () => {
    const { status, text } = await run(...COURIER.slice(0, 1));
    expect([status, decodeJwt(text)]).toEqual([0, expect.not.objectContaining({ scope: expect.anything() })]);
  });

  test('exits with its status, and prints the reason to standard error', async () => {
    const program = await Program.start('client', env, '--usr');
    await program.ended;
    expect([program.exitCode, program.text]).toEqual([2, expect.stringContaining("Unknown option '--usr'")]);
  });

  test('accepts all scopes as one argument, and requests a token of a user with --user', async () => {
    const { status, text } = await run(...ROADSIDE, '--user', 'tel:+34600000001');
    expect([status, text]).toEqual([0, expect.stringMatching(/^eyJ/)]);
    expect(decodeJwt(text)).toMatchObject({
      sub: expect.stringMatching(/^user-/),
      scope: ROADSIDE[1],
    });
  });

  test.each([
    [[], 2, 'usage: npm run -s gateway:token -- CLIENT_ID [SCOPE...]'],
    [[...COURIER, '--usr', 'x'], 2, "Unknown option '--usr'"],
    [['stranger', ...COURIER.slice(1)], 2, "client 'stranger' has no key"],
    [[...COURIER, 'sim-swap:check'], 1, 'the issuer responded with 400: invalid_scope'],
    [[...ROADSIDE, '--user', 'somebody'], 1, 'the issuer responded with 400: unknown_user_id'],
    [[...ROADSIDE, '--user', 'tel:+34600000000'], 1, 'the issuer responded with 400: access_denied'],
    [['acme-card-fraud-sandbox', 'sim-swap:check'], 1, 'the issuer responded with 400: invalid_grant'],
  ])('for %j, exits with %i and a reason', async (args, expected, message) => {
    const { status, text } = await run(...args);
    expect([status, text]).toEqual([expected, expect.stringContaining(message)]);
    expect(text).not.toContain('    at ');
  });

  test('reports an issuer that does not respond, without a stack trace', async () => {
    const { status, text } = await tokenCommand(COURIER, { ...env, ISSUER_PORT: '1' });
    expect([status, text]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
    expect(text).not.toContain('    at ');
  });
});
