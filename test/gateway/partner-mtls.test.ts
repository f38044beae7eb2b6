import type { JsonObject } from '../../core/model';
import { type CertificateProps, certificate, type TestCertificate } from './support/certificates';
import { Gateway } from './support/gateway';
import type { Answer, Call, Consumer, PluginSetup, Setup } from './support/messages';
import { onEveryLua } from './support/runtimes';
import { rawToken } from './support/tokens';

const NOW = 1_790_000_000;
const HOST = 'api.sandbox.operator.example';
const CA = '11111111-1111-5111-8111-111111111111';
const OTHER_CA = '22222222-2222-5222-8222-222222222222';
const MISSING_CA = '33333333-3333-5333-8333-333333333333';
const SUBJECT = 'CN=checkout.acme.example,O=Acme Bank,C=ES';

const listener = (more: JsonObject = {}): PluginSetup => ({
  name: 'partner-mtls',
  global: true,
  config: {
    scope: 'listener',
    server_names: [HOST],
    ca_certificates: [CA],
    send_ca_names: true,
    session_reuse: false,
    ...more,
  },
});
const api = (more: JsonObject = {}): PluginSetup => ({
  name: 'partner-mtls',
  config: { scope: 'api', ca_certificates: [CA], registered: ['thumbprint'], bound_tokens: 'when-present', ...more },
});
const KNOWN: PluginSetup = { name: 'known-caller', config: {}, bundled: true };

onEveryLua('partner-mtls', (runtime) => {
  let gateway: Gateway;
  const made: Record<string, TestCertificate> = {};
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
    const life = { from: NOW - 1000, until: NOW + 1000 };
    const make = async (name: string, props: Partial<CertificateProps> & { subject: string }) => {
      made[name] = await certificate({ ...life, ...props });
    };
    await make('ca', { subject: 'CN=Partner CA', ca: true });
    await make('otherCa', { subject: 'CN=Other CA', ca: true });
    // The same name, another key.
    await make('falseCa', { subject: 'CN=Partner CA', ca: true });
    await make('below', { subject: 'CN=Below', ca: true, issuer: of('ca') });
    await make('client', { subject: SUBJECT, issuer: of('ca') });
    await make('second', { subject: SUBJECT, issuer: of('ca') });
    await make('ofBelow', { subject: SUBJECT, issuer: of('below') });
    await make('ofOther', { subject: SUBJECT, issuer: of('otherCa') });
    await make('ofFalse', { subject: SUBJECT, issuer: of('falseCa') });
    await make('ofClient', { subject: SUBJECT, issuer: of('client') });
    await make('expired', { subject: SUBJECT, issuer: of('ca'), until: NOW - 1 });
    await make('early', { subject: SUBJECT, issuer: of('ca'), from: NOW + 10 });
    await make('server', { subject: SUBJECT, issuer: of('ca'), usage: 'server' });
    await make('self', { subject: SUBJECT });
  });
  afterAll(() => gateway.close());

  const of = (name: string): TestCertificate => {
    const found = made[name];
    if (!found) throw new Error(`no certificate '${name}'`);
    return found;
  };
  const consumer = (...tags: readonly string[]): Consumer => ({ id: 'a', username: 'a', custom_id: 'a', tags });
  const byThumbprint = (...names: readonly string[]) =>
    consumer(...names.map((name) => `certificate:${of(name).sha256}:`));
  const bySubject = (subject: string) => consumer(`certificate::${subject}`);
  const call = (chain: string | undefined, token?: string, subject = SUBJECT): Call => ({
    method: 'GET',
    path: '/',
    headers: { 'x-test-consumer': 'a', ...(token === undefined ? {} : { 'x-test-token': token }) },
    tls: { server_name: HOST, client_subject: subject, ...(chain === undefined ? {} : { client_chain: chain }) },
  });
  const setup = (plugin: PluginSetup, caller: Consumer, more: Partial<Setup> = {}) =>
    gateway.setup({
      plugins: [KNOWN, listener(), plugin],
      consumers: [caller],
      ca_certificates: [
        { id: CA, cert: of('ca').pem },
        { id: OTHER_CA, cert: of('otherCa').pem },
      ],
      now: NOW,
      ...more,
    });
  const answerTo = async (one: Call, caller: Consumer, plugin = api(), more: Partial<Setup> = {}) => {
    await setup(plugin, caller, more);
    return gateway.call(one);
  };
  const expectRefused = async (answer: Answer, reason: string | RegExp) => {
    expect([answer.status, JSON.parse(answer.body).code, answer.reached]).toEqual([401, 'UNAUTHENTICATED', false]);
    expect(await gateway.logs()).toEqual([expect.stringMatching(reason)]);
  };

  describe('the listener', () => {
    test('asks for a certificate, with the names of the CAs, and forbids sessions to be resumed', async () => {
      const { handshake } = await answerTo(call(of('client').pem), byThumbprint('client'));
      expect(handshake).toMatchObject({ asked: true, session_reuse: false, names: [of('ca').pem] });
    });

    test.each([
      ['another server name', 'other.example', undefined],
      ['no server name', undefined, undefined],
      ['the name in upper case', HOST.toUpperCase(), true],
    ])('%s: asks %s', async (_, server_name, asked) => {
      const { client_chain = '', client_subject = '' } = call(of('client').pem).tls ?? {};
      const tls = { client_chain, client_subject, ...(server_name === undefined ? {} : { server_name }) };
      const { handshake } = await answerTo({ ...call(undefined), tls }, byThumbprint('client'));
      expect(handshake?.asked).toBe(asked);
    });

    test('asks without names, and lets sessions be resumed, where it is told to', async () => {
      const plugins = [KNOWN, listener({ send_ca_names: false, session_reuse: true }), api()];
      const { handshake } = await answerTo(call(of('client').pem), byThumbprint('client'), api(), { plugins });
      expect([handshake?.asked, handshake?.names, handshake?.session_reuse]).toEqual([true, undefined, undefined]);
    });

    test('asks all the same when a CA is missing, and says so', async () => {
      const plugins = [listener({ ca_certificates: [MISSING_CA] })];
      const { handshake, status } = await answerTo(call(of('client').pem), byThumbprint('client'), api(), { plugins });
      expect([handshake?.asked, status]).toEqual([true, 200]);
      expect(await gateway.logs()).toEqual([expect.stringContaining(MISSING_CA)]);
    });

    test('refuses nothing', async () => {
      const plugins = [listener()];
      expect((await answerTo(call(undefined), byThumbprint('client'), api(), { plugins })).status).toBe(200);
    });
  });

  describe('a certificate passes', () => {
    test('that is registered by its thumbprint', async () => {
      expect((await answerTo(call(of('client').pem), byThumbprint('client'))).status).toBe(200);
    });

    test('beside another, so that a rotation has an overlap', async () => {
      await setup(api(), byThumbprint('client', 'second'));
      expect((await gateway.call(call(of('client').pem))).status).toBe(200);
      expect((await gateway.call(call(of('second').pem))).status).toBe(200);
    });

    test('that chains to the CA over another that the client sends', async () => {
      expect((await answerTo(call(of('ofBelow').pem + of('below').pem), byThumbprint('ofBelow'))).status).toBe(200);
    });

    test('that chains to a trusted CA which is no root', async () => {
      const ca_certificates = [{ id: CA, cert: of('below').pem }];
      expect(
        (await answerTo(call(of('ofBelow').pem), byThumbprint('ofBelow'), api(), { ca_certificates })).status,
      ).toBe(200);
    });

    test('of any of the CAs', async () => {
      const plugin = api({ ca_certificates: [CA, OTHER_CA] });
      expect((await answerTo(call(of('ofOther').pem), byThumbprint('ofOther'), plugin)).status).toBe(200);
    });

    test.each([
      ['as it is', 'CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES'],
      ['with spaces', 'CN=checkout.acme.example%2C%20O=Acme%20Bank%2C%20C=ES'],
      ['with types in lower case', 'cn=checkout.acme.example%2Co=Acme%20Bank%2Cc=ES'],
      ['with an escape', 'CN=checkout.acme.example%2CO=Acme\\20Bank%2CC=ES'],
    ])('that is registered by its subject, written %s', async (_, subject) => {
      expect(
        (await answerTo(call(of('client').pem), bySubject(subject), api({ registered: ['subject'] }))).status,
      ).toBe(200);
    });

    test.each([
      ['CN=Ana Garc\\C3\\ADa', 'CN=Ana%20Garc%C3%ADa'],
      ['CN=a\\,b', 'CN=a\\%2Cb'],
      ['CN=a+OU=b', 'CN=a+OU=b'],
      ['1.3.6.1.4.1.1=#0c0161,CN=a', '1.3.6.1.4.1.1=#0c0161%2CCN=a'],
    ])("with the subject '%s', registered as '%s'", async (subject, tag) => {
      const one = call(of('client').pem, undefined, subject);
      expect((await answerTo(one, bySubject(tag), api({ registered: ['subject'] }))).status).toBe(200);
    });

    test('of which both parts are registered', async () => {
      const plugin = api({ registered: ['subject', 'thumbprint'] });
      const tag = `certificate:${of('client').sha256}:CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES`;
      expect((await answerTo(call(of('client').pem), consumer(tag), plugin)).status).toBe(200);
    });
  });

  describe('refused with 401:', () => {
    test('no certificate', async () => {
      await expectRefused(await answerTo(call(undefined), byThumbprint('client')), 'there is none');
    });

    test('a call without TLS', async () => {
      const { tls: _, ...plain } = call(undefined);
      await expectRefused(await answerTo(plain, byThumbprint('client')), 'there is none');
    });

    test('a caller whom nobody knows', async () => {
      const got = await answerTo({ ...call(of('client').pem), headers: {} }, byThumbprint('client'));
      expect(got.status).toBe(401);
    });

    test.each([
      ['of another CA', 'ofOther', 'issuer'],
      ['of a CA that has the right name and another key', 'ofFalse', 'issuer|signature'],
      ['that signed itself', 'self', 'self-signed'],
      ['that has expired', 'expired', 'expired'],
      ['that is not valid yet', 'early', 'not yet valid'],
      ['for servers', 'server', 'purpose'],
      ['whose issuer is not sent', 'ofBelow', 'issuer'],
    ])('a certificate %s, though it is registered', async (_, name, reason) => {
      await expectRefused(await answerTo(call(of(name).pem), byThumbprint(name)), new RegExp(reason));
    });

    test('a certificate that a client signed', async () => {
      await expectRefused(
        await answerTo(call(of('ofClient').pem + of('client').pem), byThumbprint('ofClient')),
        'issuer',
      );
    });

    test('a certificate of another application', async () => {
      await expectRefused(await answerTo(call(of('second').pem), byThumbprint('client')), 'not registered');
    });

    test('a chain that begins with another certificate', async () => {
      const one = call(of('second').pem + of('client').pem);
      await expectRefused(await answerTo(one, byThumbprint('client')), 'not registered');
    });

    test('a certificate where none is registered', async () => {
      await expectRefused(await answerTo(call(of('client').pem), consumer()), 'not registered');
    });

    test('the right subject, where the thumbprint has to be registered', async () => {
      const caller = bySubject('CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES');
      await expectRefused(await answerTo(call(of('client').pem), caller), 'not registered');
    });

    test('the right thumbprint with another subject', async () => {
      const caller = consumer(`certificate:${of('client').sha256}:CN=other`);
      await expectRefused(await answerTo(call(of('client').pem), caller), 'not registered');
    });

    test('one part of one entry and the other of another', async () => {
      const caller = consumer(
        `certificate:${of('client').sha256}:CN=other`,
        `certificate:${of('second').sha256}:CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES`,
      );
      const plugin = api({ registered: ['subject', 'thumbprint'] });
      await expectRefused(await answerTo(call(of('client').pem), caller, plugin), 'not registered');
    });

    test.each([
      [
        'an order that is another',
        'C=ES,O=Acme Bank,CN=checkout.acme.example',
        'CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES',
      ],
      ['an escaped comma', 'CN=a\\,O=b', 'CN=a%2CO=b'],
      ['upper case', 'CN=A', 'CN=a'],
      ['a subject that is longer', 'CN=a,O=b', 'CN=a'],
      ['no subject at all', '', 'x'],
      ['a plus sign in place of a comma', 'CN=a+O=b', 'CN=a%2CO=b'],
    ])('%s in the subject', async (_, subject, tag) => {
      const one = call(of('client').pem, undefined, subject);
      await expectRefused(await answerTo(one, bySubject(tag), api({ registered: ['subject'] })), 'not registered');
    });

    test.each(['', 'x', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
      'a chain that is none: %j',
      async (chain) => {
        expect((await answerTo(call(chain), byThumbprint('client'))).status).toBe(401);
      },
    );

    test('a chain of too many certificates', async () => {
      const one = call(of('client').pem + of('below').pem.repeat(10));
      await expectRefused(await answerTo(one, byThumbprint('client')), 'too long');
    });
  });

  describe('a token', () => {
    const token = (cnf: unknown) => rawToken({ alg: 'ES256' }, cnf === undefined ? {} : { cnf }, 'AA');
    const right = () => ({ 'x5t#S256': of('client').base64url });
    const wrong = () => ({ 'x5t#S256': of('second').base64url });
    const cases: readonly (readonly [string, () => unknown, number, number])[] = [
      ['that names the certificate', right, 200, 200],
      ['that names it with padding', () => ({ 'x5t#S256': `${of('client').base64url}=` }), 200, 200],
      ['that names another', wrong, 401, 401],
      ['that names none', () => undefined, 200, 401],
      ['that is bound to a key instead', () => ({ jkt: 'x' }), 401, 401],
      ['that is bound to a key as well', () => ({ ...right(), jkt: 'x' }), 401, 401],
      ['that is bound in a way that nobody knows', () => ({ ...right(), x: null }), 401, 401],
      ['whose cnf is an empty list', () => [], 401, 401],
      ['whose cnf is empty', () => ({}), 401, 401],
      ['whose cnf is a list with the thumbprint', () => [of('client').base64url], 401, 401],
      ['whose cnf is the thumbprint', () => of('client').base64url, 401, 401],
      ['whose cnf is a text', () => 'x', 401, 401],
      ['whose thumbprint is a number', () => ({ 'x5t#S256': 1 }), 401, 401],
      ['whose cnf is null', () => null, 401, 401],
    ];
    test.each(cases)('%s', async (_, cnf, present, required) => {
      const one = call(of('client').pem, token(cnf()));
      expect((await answerTo(one, byThumbprint('client'))).status).toBe(present);
      expect((await answerTo(one, byThumbprint('client'), api({ bound_tokens: 'required' }))).status).toBe(required);
    });

    test('is needed where a binding is', async () => {
      const plugin = api({ bound_tokens: 'required' });
      await expectRefused(await answerTo(call(of('client').pem), byThumbprint('client'), plugin), 'does not belong');
    });
  });

  describe('the CAs of the gateway', () => {
    test('that are missing make it 503', async () => {
      const got = await answerTo(
        call(of('client').pem),
        byThumbprint('client'),
        api({ ca_certificates: [MISSING_CA] }),
      );
      expect([got.status, JSON.parse(got.body).code]).toEqual([503, 'UNAVAILABLE']);
      expect((await gateway.logs()).at(-1)).toContain(MISSING_CA);
    });

    test('that cannot be read from the database make it 503, until they can', async () => {
      let away = true;
      await setup(api(), byThumbprint('client'), {
        db: (args) => (away && args.table === 'ca_certificates' ? { error: 'no database' } : {}),
      });
      expect((await gateway.call(call(of('client').pem))).status).toBe(503);
      away = false;
      expect((await gateway.call(call(of('client').pem))).status).toBe(200);
    });

    test('hold within a minute when they are changed', async () => {
      await setup(api(), byThumbprint('client', 'ofOther'));
      expect((await gateway.call(call(of('ofOther').pem))).status).toBe(401);
      await gateway.run('set_ca', { id: CA, cert: of('otherCa').pem });
      await gateway.clock(NOW + 61);
      expect((await gateway.call(call(of('ofOther').pem))).status).toBe(200);
      expect((await gateway.call(call(of('client').pem))).status).toBe(401);
    });
  });
});
