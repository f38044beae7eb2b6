import type { JsonObject } from '../../core/model';
import { type CertificateProps, createCertificate, type TestCertificate } from './support/certificates';
import { Gateway } from './support/gateway';
import type { Call, CallResult, Consumer, PluginSetup, Setup } from './support/messages';
import { onEveryLua } from './support/runtimes';
import { unsignedToken } from './support/tokens';

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
const KNOWN_CALLER: PluginSetup = { name: 'known-caller', config: {}, bundled: true };

onEveryLua('partner-mtls', (runtime) => {
  let gateway: Gateway;
  const certificates: Record<string, TestCertificate> = {};
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
    const validity = { from: NOW - 1000, until: NOW + 1000 };
    const create = async (name: string, props: Partial<CertificateProps> & { subject: string }) => {
      certificates[name] = await createCertificate({ ...validity, ...props });
    };
    await create('ca', { subject: 'CN=Partner CA', ca: true });
    await create('otherCa', { subject: 'CN=Other CA', ca: true });
    // The same name with another key.
    await create('falseCa', { subject: 'CN=Partner CA', ca: true });
    await create('intermediate', { subject: 'CN=Intermediate CA', ca: true, issuer: of('ca') });
    await create('client', { subject: SUBJECT, issuer: of('ca') });
    await create('second', { subject: SUBJECT, issuer: of('ca') });
    await create('fromIntermediate', { subject: SUBJECT, issuer: of('intermediate') });
    await create('fromOtherCa', { subject: SUBJECT, issuer: of('otherCa') });
    await create('fromFalseCa', { subject: SUBJECT, issuer: of('falseCa') });
    await create('fromClient', { subject: SUBJECT, issuer: of('client') });
    await create('expired', { subject: SUBJECT, issuer: of('ca'), until: NOW - 1 });
    await create('notYetValid', { subject: SUBJECT, issuer: of('ca'), from: NOW + 10 });
    await create('server', { subject: SUBJECT, issuer: of('ca'), usage: 'server' });
    await create('selfSigned', { subject: SUBJECT });
  });
  afterAll(() => gateway.close());

  const of = (name: string): TestCertificate => {
    const found = certificates[name];
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
      plugins: [KNOWN_CALLER, listener(), plugin],
      consumers: [caller],
      ca_certificates: [
        { id: CA, cert: of('ca').pem },
        { id: OTHER_CA, cert: of('otherCa').pem },
      ],
      now: NOW,
      ...more,
    });
  const send = async (sent: Call, caller: Consumer, plugin = api(), more: Partial<Setup> = {}) => {
    await setup(plugin, caller, more);
    return gateway.call(sent);
  };
  const expectRefused = async (result: CallResult, reason: string | RegExp) => {
    expect([result.status, JSON.parse(result.body).code, result.reached]).toEqual([401, 'UNAUTHENTICATED', false]);
    expect(await gateway.logs()).toEqual([expect.stringMatching(reason)]);
  };

  describe('the listener', () => {
    test('requests a certificate with the names of the CAs, and disables session reuse', async () => {
      const { handshake } = await send(call(of('client').pem), byThumbprint('client'));
      expect(handshake).toMatchObject({ requested: true, session_reuse: false, names: [of('ca').pem] });
    });

    test.each([
      ['not for another name', 'other.example', undefined],
      ['not without a name', undefined, undefined],
      ['also in upper case', HOST.toUpperCase(), true],
    ])('requests a certificate only for its own server names: %s', async (_, server_name, requested) => {
      const { client_chain = '', client_subject = '' } = call(of('client').pem).tls ?? {};
      const tls = { client_chain, client_subject, ...(server_name === undefined ? {} : { server_name }) };
      const { handshake } = await send({ ...call(undefined), tls }, byThumbprint('client'));
      expect(handshake?.requested).toBe(requested);
    });

    test('requests a certificate without names and allows session reuse if configured', async () => {
      const plugins = [KNOWN_CALLER, listener({ send_ca_names: false, session_reuse: true }), api()];
      const { handshake } = await send(call(of('client').pem), byThumbprint('client'), api(), { plugins });
      expect([handshake?.requested, handshake?.names, handshake?.session_reuse]).toEqual([true, undefined, undefined]);
    });

    test('requests a certificate even if a CA is missing, which is logged', async () => {
      const plugins = [listener({ ca_certificates: [MISSING_CA] })];
      const { handshake, status } = await send(call(of('client').pem), byThumbprint('client'), api(), { plugins });
      expect([handshake?.requested, status]).toEqual([true, 200]);
      expect(await gateway.logs()).toEqual([expect.stringContaining(MISSING_CA)]);
    });

    test('never refuses a call', async () => {
      const plugins = [listener()];
      expect((await send(call(undefined), byThumbprint('client'), api(), { plugins })).status).toBe(200);
    });
  });

  describe('accepts a certificate', () => {
    test('that is registered by its thumbprint', async () => {
      expect((await send(call(of('client').pem), byThumbprint('client'))).status).toBe(200);
    });

    test('while another one is registered too, so that a rotation has an overlap', async () => {
      await setup(api(), byThumbprint('client', 'second'));
      expect((await gateway.call(call(of('client').pem))).status).toBe(200);
      expect((await gateway.call(call(of('second').pem))).status).toBe(200);
    });

    test('that chains to the CA through an intermediate that the client sends', async () => {
      expect(
        (await send(call(of('fromIntermediate').pem + of('intermediate').pem), byThumbprint('fromIntermediate')))
          .status,
      ).toBe(200);
    });

    test('that chains to a trusted intermediate CA', async () => {
      const ca_certificates = [{ id: CA, cert: of('intermediate').pem }];
      expect(
        (await send(call(of('fromIntermediate').pem), byThumbprint('fromIntermediate'), api(), { ca_certificates }))
          .status,
      ).toBe(200);
    });

    test('from any of the CAs', async () => {
      const plugin = api({ ca_certificates: [CA, OTHER_CA] });
      expect((await send(call(of('fromOtherCa').pem), byThumbprint('fromOtherCa'), plugin)).status).toBe(200);
    });

    test.each([
      ['unchanged', 'CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES'],
      ['with spaces', 'CN=checkout.acme.example%2C%20O=Acme%20Bank%2C%20C=ES'],
      ['with types in lower case', 'cn=checkout.acme.example%2Co=Acme%20Bank%2Cc=ES'],
      ['with an escape', 'CN=checkout.acme.example%2CO=Acme\\20Bank%2CC=ES'],
    ])('that is registered by its subject, written %s', async (_, subject) => {
      expect((await send(call(of('client').pem), bySubject(subject), api({ registered: ['subject'] }))).status).toBe(
        200,
      );
    });

    test.each([
      ['CN=Ana Garc\\C3\\ADa', 'CN=Ana%20Garc%C3%ADa'],
      ['CN=a\\,b', 'CN=a\\%2Cb'],
      ['CN=a+OU=b', 'CN=a+OU=b'],
      ['1.3.6.1.4.1.1=#0c0161,CN=a', '1.3.6.1.4.1.1=#0c0161%2CCN=a'],
    ])("with the subject '%s', registered as '%s'", async (subject, tag) => {
      const sent = call(of('client').pem, undefined, subject);
      expect((await send(sent, bySubject(tag), api({ registered: ['subject'] }))).status).toBe(200);
    });

    test('whose subject and thumbprint are both registered', async () => {
      const plugin = api({ registered: ['subject', 'thumbprint'] });
      const tag = `certificate:${of('client').sha256}:CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES`;
      expect((await send(call(of('client').pem), consumer(tag), plugin)).status).toBe(200);
    });
  });

  describe('refuses with 401', () => {
    test('a call without a certificate', async () => {
      await expectRefused(await send(call(undefined), byThumbprint('client')), 'the client sent none');
    });

    test('a call without TLS', async () => {
      const { tls: _, ...plain } = call(undefined);
      await expectRefused(await send(plain, byThumbprint('client')), 'the client sent none');
    });

    test('an unauthenticated caller', async () => {
      const result = await send({ ...call(of('client').pem), headers: {} }, byThumbprint('client'));
      expect(result.status).toBe(401);
    });

    test.each([
      ['from another CA', 'fromOtherCa', 'issuer'],
      ['from a CA with the right name but another key', 'fromFalseCa', 'issuer|signature'],
      ['that is self-signed', 'selfSigned', 'self-signed'],
      ['that has expired', 'expired', 'expired'],
      ['that is not valid yet', 'notYetValid', 'not yet valid'],
      ['for servers', 'server', 'purpose'],
      ['whose issuer is not sent', 'fromIntermediate', 'issuer'],
    ])('a registered certificate %s', async (_, name, reason) => {
      await expectRefused(await send(call(of(name).pem), byThumbprint(name)), new RegExp(reason));
    });

    test('a certificate signed by a client certificate', async () => {
      await expectRefused(
        await send(call(of('fromClient').pem + of('client').pem), byThumbprint('fromClient')),
        'issuer',
      );
    });

    test('a certificate of another application', async () => {
      await expectRefused(await send(call(of('second').pem), byThumbprint('client')), 'not registered');
    });

    test('a chain whose leaf is another certificate', async () => {
      const sent = call(of('second').pem + of('client').pem);
      await expectRefused(await send(sent, byThumbprint('client')), 'not registered');
    });

    test('a certificate of an application that has registered none', async () => {
      await expectRefused(await send(call(of('client').pem), consumer()), 'not registered');
    });

    test('a certificate with only its subject registered if the thumbprint is required', async () => {
      const caller = bySubject('CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES');
      await expectRefused(await send(call(of('client').pem), caller), 'not registered');
    });

    test('a registered thumbprint with another subject', async () => {
      const caller = consumer(`certificate:${of('client').sha256}:CN=other`);
      await expectRefused(await send(call(of('client').pem), caller), 'not registered');
    });

    test('a thumbprint and a subject that are registered in different entries', async () => {
      const caller = consumer(
        `certificate:${of('client').sha256}:CN=other`,
        `certificate:${of('second').sha256}:CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES`,
      );
      const plugin = api({ registered: ['subject', 'thumbprint'] });
      await expectRefused(await send(call(of('client').pem), caller, plugin), 'not registered');
    });

    test.each([
      ['its order', 'C=ES,O=Acme Bank,CN=checkout.acme.example', 'CN=checkout.acme.example%2CO=Acme%20Bank%2CC=ES'],
      ['an escaped comma', 'CN=a\\,O=b', 'CN=a%2CO=b'],
      ['its case', 'CN=A', 'CN=a'],
      ['an extra part', 'CN=a,O=b', 'CN=a'],
      ['being empty', '', 'x'],
      ['a plus sign instead of a comma', 'CN=a+O=b', 'CN=a%2CO=b'],
    ])('a certificate whose subject differs from the registered one by %s', async (_, subject, tag) => {
      const sent = call(of('client').pem, undefined, subject);
      await expectRefused(await send(sent, bySubject(tag), api({ registered: ['subject'] })), 'not registered');
    });

    test.each(['', 'x', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
      'a malformed chain: %j',
      async (chain) => {
        expect((await send(call(chain), byThumbprint('client'))).status).toBe(401);
      },
    );

    test('a chain with too many certificates', async () => {
      const sent = call(of('client').pem + of('intermediate').pem.repeat(10));
      await expectRefused(await send(sent, byThumbprint('client')), 'too long');
    });
  });

  describe('a token', () => {
    const token = (cnf: unknown) => unsignedToken({ alg: 'ES256' }, cnf === undefined ? {} : { cnf }, 'AA');
    const matching = () => ({ 'x5t#S256': of('client').base64url });
    const other = () => ({ 'x5t#S256': of('second').base64url });
    const cases: readonly (readonly [title: string, whenPresent: number, required: number, cnf: () => unknown])[] = [
      ['that is bound to the certificate', 200, 200, matching],
      ['whose thumbprint has padding', 200, 200, () => ({ 'x5t#S256': `${of('client').base64url}=` })],
      ['that is bound to another certificate', 401, 401, other],
      ['that is not bound', 200, 401, () => undefined],
      ['that is bound to a key instead', 401, 401, () => ({ jkt: 'x' })],
      ['that is also bound to a key', 401, 401, () => ({ ...matching(), jkt: 'x' })],
      ['that is also bound by an unknown method', 401, 401, () => ({ ...matching(), x: null })],
      ['whose cnf is an empty list', 401, 401, () => []],
      ['whose cnf is an empty object', 401, 401, () => ({})],
      ['whose cnf is a list with the thumbprint', 401, 401, () => [of('client').base64url]],
      ['whose cnf is the thumbprint', 401, 401, () => of('client').base64url],
      ['whose cnf is a string', 401, 401, () => 'x'],
      ['whose thumbprint is a number', 401, 401, () => ({ 'x5t#S256': 1 })],
      ['whose cnf is null', 401, 401, () => null],
    ];
    test.each(cases)('%s gets %i, and %i if binding is required', async (_, whenPresent, required, cnf) => {
      const sent = call(of('client').pem, token(cnf()));
      expect((await send(sent, byThumbprint('client'))).status).toBe(whenPresent);
      expect((await send(sent, byThumbprint('client'), api({ bound_tokens: 'required' }))).status).toBe(required);
    });

    test('is required if binding is required', async () => {
      const plugin = api({ bound_tokens: 'required' });
      await expectRefused(await send(call(of('client').pem), byThumbprint('client'), plugin), 'not bound to it');
    });
  });

  describe('the CAs of the gateway', () => {
    test('cause a 503 if they are missing', async () => {
      const result = await send(call(of('client').pem), byThumbprint('client'), api({ ca_certificates: [MISSING_CA] }));
      expect([result.status, JSON.parse(result.body).code]).toEqual([503, 'UNAVAILABLE']);
      expect((await gateway.logs()).at(-1)).toContain(MISSING_CA);
    });

    test('cause a 503 while they cannot be read from the database', async () => {
      let isUnavailable = true;
      await setup(api(), byThumbprint('client'), {
        db: (args) => (isUnavailable && args.table === 'ca_certificates' ? { error: 'no database' } : {}),
      });
      expect((await gateway.call(call(of('client').pem))).status).toBe(503);
      isUnavailable = false;
      expect((await gateway.call(call(of('client').pem))).status).toBe(200);
    });

    test('take effect within a minute after a change', async () => {
      await setup(api(), byThumbprint('client', 'fromOtherCa'));
      expect((await gateway.call(call(of('fromOtherCa').pem))).status).toBe(401);
      await gateway.run('set_ca', { id: CA, cert: of('otherCa').pem });
      await gateway.clock(NOW + 61);
      expect((await gateway.call(call(of('fromOtherCa').pem))).status).toBe(200);
      expect((await gateway.call(call(of('client').pem))).status).toBe(401);
    });
  });
});
