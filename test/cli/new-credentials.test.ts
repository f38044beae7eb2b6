// First: the library below asks for it when it is loaded.
import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { parse } from 'yaml';
import { readSubject } from '../../core/model';
import { CertificateAuthority } from '../../trial/certificates/authority';
import { ecPair, type Pair, rsaPair } from '../core/model/keys/pairs';
import { Workspace } from './workspace';

const NEW = ['new', 'application', 'alerts', '--partner', 'acme-bank', '--environment', 'sandbox'];
const SUBJECT = 'CN=alerts.acme.example,O=Acme Bank\\, S.A.,C=ES';

/** The body of a PEM block. */
const derOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');

describe('new application', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('test/fixtures/programme');
  });
  afterEach(() => workspace.dispose());

  const credentials = () => parse(workspace.read('catalog/alerts.yaml')).credentials.sandbox;
  const make = (...args: readonly string[]) => workspace.run([...NEW, ...args]);

  test.each([
    ['sim-swap', '--certificate FILE'],
    ['push-message', '--key FILE'],
  ])('without the credential that api %s asks for, names the option %s', async (api, option) => {
    const terms = ['--purpose', 'dpv:FraudPreventionAndDetection', '--legal-basis', 'dpv:LegitimateInterest'];
    const { stderr, status } = await make('--api', api, ...terms);
    expect(stderr).toMatch(new RegExp(`nothing was written\n       give its [a-z ]+ with ${option}\n$`));
    expect(status).toBe(1);
  });

  describe('with --key', () => {
    const pair: Pair = ecPair();
    const { kty, crv, x, y } = pair.jwk;
    const jwk = { kty, crv, x, y };

    test.each<[string, string | Buffer]>([
      ['a PEM file', pair.pem],
      ['a DER file', derOf(pair.pem)],
      ['a JWK', JSON.stringify({ ...pair.jwk, kid: 'mine', x5t: 'abc', ext: true })],
      ['a JWKS with one key', JSON.stringify({ keys: [pair.jwk] })],
    ])('takes the public key of %s, and only what makes it up', async (_, content) => {
      workspace.write('public.key', content);
      expect(await make('--key', 'public.key')).toMatchObject({ stderr: '', status: 0 });
      expect(credentials()).toEqual({ clientId: 'acme-bank-alerts-sandbox', keys: [{ jwk }] });
    });

    test('takes the key of a certificate and of a certificate request', async () => {
      const authority = await CertificateAuthority.create('CN=ca.example');
      const { certificate } = await authority.issue({ subject: SUBJECT });
      workspace.write('certificate.pem', certificate);
      expect(await make('--key', 'certificate.pem')).toMatchObject({ stderr: '', status: 0 });
      expect(credentials().keys).toEqual([
        { jwk: new X509Certificate(certificate).publicKey.export({ format: 'jwk' }) },
      ]);

      const algorithm = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-256' };
      const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
      const request = await Pkcs10CertificateRequestGenerator.create({
        name: 'CN=x',
        keys,
        signingAlgorithm: algorithm,
      });
      const { key_ops, ext, ...members } = await crypto.subtle.exportKey('jwk', keys.publicKey);
      for (const content of [request.toString('pem'), Buffer.from(request.rawData)]) {
        workspace.remove('catalog/alerts.yaml');
        workspace.write('request', content);
        expect(await make('--key', 'request')).toMatchObject({ stderr: '', status: 0 });
        expect(credentials().keys).toEqual([{ jwk: members }]);
      }
    });

    test('subscribes to an API whose tokens partners sign', async () => {
      workspace.write('public.pem', pair.pem);
      expect(await make('--key', 'public.pem')).toMatchObject({ stderr: '', status: 0 });
      expect(parse(workspace.read('catalog/alerts.yaml')).subscriptions).toMatchObject([{ api: 'push-message' }]);
    });

    test.each<[string, string | Buffer, RegExp]>([
      ['PEM', pair.privatePem, /openssl pkey -in secret\.key -pubout -out public\.pem/],
      ['DER', derOf(pair.privatePem), /openssl pkey -inform DER -in secret\.key -pubout -out public\.pem/],
      ['PEM beside its public key', `${pair.pem}${pair.privatePem}`, /openssl pkey/],
      ['a JWK', JSON.stringify(pair.privateJwk), /jq '.*' secret\.key > public\.json/],
      ['a JWKS', JSON.stringify({ keys: [pair.jwk, pair.privateJwk] }), /jq/],
      [
        'OpenSSH’s form',
        '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n',
        /ssh-keygen -e -m PKCS8 -f secret\.key > public\.pem/,
      ],
    ])(
      'refuses a private key in %s, says how to take the public part, and repeats nothing of it',
      async (_, content, hint) => {
        workspace.write('secret.key', content);
        const before = workspace.contents('catalog');
        const { stdout, stderr, status } = await make('--key', 'secret.key');
        expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
        expect(stderr).toMatch(/^error: 'secret\.key' holds a private key, of which nothing may be in a catalog\n/);
        expect(stderr).toMatch(hint);
        for (const secret of [String(pair.privateJwk.d), ...pair.privatePem.split('\n').slice(1, -2)])
          expect(stderr).not.toContain(secret);
        expect(workspace.contents('catalog')).toEqual(before);
      },
    );

    test.each<[string, string, string]>([
      [
        'a private key inside JSON, from which no line takes the public part',
        JSON.stringify({ private_key: pair.privatePem }),
        "error: 'some.key' holds a private key, of which nothing may be in a catalog\n       it stays with its owner; give a file of its public key\n",
      ],
      [
        'a private JWK behind a byte order mark',
        `\ufeff${JSON.stringify(pair.privateJwk)}`,
        "error: 'some.key' holds a private key, ",
      ],
      [
        'a symmetric key, which has no public part',
        JSON.stringify({ kty: 'oct', k: 'c2VjcmV0LXNlY3JldA' }),
        "error: 'some.key' holds a symmetric key, of which nothing may be in a catalog\n       it has no public part; ask ",
      ],
    ])('refuses %s', async (_, content, message) => {
      workspace.write('some.key', content);
      const { stderr, status } = await make('--key', 'some.key');
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/c2VjcmV0|openssl pkey/);
      expect(status).toBe(1);
    });

    test('refuses a PKCS #12 file, and says how to take the certificate out', async () => {
      workspace.write('client.p12', Buffer.from('30820a1f020103308209d506092a864886f70d010701', 'hex'));
      for (const option of ['--key', '--certificate']) {
        const { stderr, status } = await make(option, 'client.p12');
        expect(stderr).toContain('openssl pkcs12 -in client.p12 -clcerts -nokeys -out certificate.pem\n');
        expect(status).toBe(1);
      }
    });

    test("refuses a public key in OpenSSH's form, and says how to convert it", async () => {
      workspace.write(
        'id.pub',
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKmo3UlYR4a/Sid5ckxFkWkYWMmSl7M3W1r0nl3MqTBk me@host\n',
      );
      const { stderr, status } = await make('--key', 'id.pub');
      expect(stderr).toContain('ssh-keygen -e -m PKCS8 -f id.pub > public.pem\n');
      expect(status).toBe(1);
    });

    test.each<[string, string | Buffer, string]>([
      ['is nothing of the kind', 'Hello.\n', "'some.key' holds no public key that can be read"],
      ['is cut off', pair.pem.slice(0, 60), "'some.key' is not whole: a PEM block in it cannot be read"],
      ['has two keys', `${pair.pem}${ecPair().pem}`, "'some.key' holds 2 public keys"],
      ['has a JWK that is none', '{"kty":"EC"}', "'some.key' is not a JWK that can be read"],
      ['is no JSON', '{"kty":', "'some.key' begins like JSON and is not valid JSON"],
      ['has a weak key', rsaPair(1024).pem, "the key in 'some.key' is an RSA key of 1024 bits"],
    ])('refuses a file that %s', async (_, content, message) => {
      workspace.write('some.key', content);
      const { stderr, status } = await make('--key', 'some.key');
      expect(stderr).toMatch(new RegExp(`^error: ${message}\n`));
      expect(status).toBe(1);
    });

    test('reads no more of a file than a key can have', async () => {
      workspace.write('huge.pem', '');
      truncateSync(workspace.path('huge.pem'), 3 * 1024 ** 3);
      expect(await make('--key', 'huge.pem')).toMatchObject({
        stderr: expect.stringMatching(/^error: 'huge\.pem' is too large: at most 1048576 bytes are read\n/),
        status: 1,
      });
    });

    test('names a file that is not there', async () => {
      expect(await make('--key', 'nothing.pem')).toMatchObject({
        stderr: "error: cannot read 'nothing.pem': no such file or folder\n",
        status: 1,
      });
    });
  });

  describe('with --certificate', () => {
    let authority: CertificateAuthority;
    beforeAll(async () => {
      authority = await CertificateAuthority.create('CN=ca.example');
    });

    test.each(['PEM', 'DER', 'chain'])('registers subject and thumbprint of a certificate: %s', async (form) => {
      const { certificate, sha256 } = await authority.issue({ subject: SUBJECT });
      const content = { PEM: certificate, DER: derOf(certificate), chain: `${certificate}${authority.certificate}` }[
        form
      ];
      workspace.write('client.crt', content ?? '');
      expect(await make('--certificate', 'client.crt')).toMatchObject({ stderr: '', status: 0 });
      expect(credentials()).toEqual({
        clientId: 'acme-bank-alerts-sandbox',
        certificates: [{ subject: SUBJECT, sha256 }],
      });
    });

    test('registers a name that begins with the common name so that it is read in this order', async () => {
      const { certificate } = await authority.issue({ subject: 'C=ES,O=Acme Bank,CN=a.example' });
      workspace.write('client.crt', certificate);
      expect(await make('--certificate', 'client.crt')).toMatchObject({ stderr: '', status: 0 });
      const [{ subject }] = credentials().certificates;
      expect(subject).toBe('/CN=a.example/O=Acme Bank/C=ES');
      expect(readSubject(subject)).toEqual({ ok: true, canonical: 'C=ES,O=Acme Bank,CN=a.example' });
    });

    test('subscribes to an API that asks for one, once purpose and legal basis are given', async () => {
      workspace.write('client.crt', (await authority.issue({ subject: SUBJECT })).certificate);
      const terms = ['--purpose', 'dpv:FraudPreventionAndDetection', '--legal-basis', 'dpv:LegitimateInterest'];
      expect(await make('--certificate', 'client.crt', ...terms)).toMatchObject({ stderr: '', status: 0 });
      expect(parse(workspace.read('catalog/alerts.yaml')).subscriptions).toEqual([
        {
          api: 'sim-swap',
          tier: 'free',
          scopes: ['sim-swap:check'],
          purpose: 'dpv:FraudPreventionAndDetection',
          legalBasis: 'dpv:LegitimateInterest',
        },
      ]);
    });

    test('refuses one that has ended', async () => {
      const { certificate } = await authority.issue({ subject: SUBJECT, notAfter: new Date('2026-10-31T00:00:00Z') });
      workspace.write('old.crt', certificate);
      expect(await make('--certificate', 'old.crt')).toMatchObject({
        stderr: expect.stringContaining("the certificate in 'old.crt' ended on 2026-10-31\n"),
        status: 1,
      });
    });

    test('refuses a file that has the key as well, and says how to take the certificate out', async () => {
      const { certificate, key } = await authority.issue({ subject: SUBJECT });
      workspace.write('both.pem', `${certificate}${key}`);
      const { stderr, status } = await make('--certificate', 'both.pem');
      expect(stderr).toContain('openssl x509 -in both.pem -out certificate.pem');
      expect(status).toBe(1);
    });

    test('refuses a private key, and asks for the certificate that no command can make of it', async () => {
      workspace.write('client.key', ecPair().privatePem);
      expect(await make('--certificate', 'client.key')).toMatchObject({
        stderr:
          "error: 'client.key' holds a private key, of which nothing may be in a catalog\n       it stays with its owner; give the client certificate that was issued for it\n",
        status: 1,
      });
    });

    test('refuses a file without a certificate', async () => {
      workspace.write('public.pem', ecPair().pem);
      expect(await make('--certificate', 'public.pem')).toMatchObject({
        stderr: expect.stringContaining("'public.pem' holds no certificate that can be read\n"),
        status: 1,
      });
    });
  });
});
