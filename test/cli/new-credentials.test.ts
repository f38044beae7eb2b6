// Must come first: @peculiar/x509 requires it when it is loaded.
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
  ])('reports the missing credential that api %s requires, with option %s', async (api, option) => {
    const terms = ['--purpose', 'dpv:FraudPreventionAndDetection', '--legal-basis', 'dpv:LegitimateInterest'];
    const { stderr, status } = await make('--api', api, ...terms);
    expect(stderr).toMatch(new RegExp(`nothing was written\n       pass its [a-z ]+ with ${option}\n$`));
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
    ])('registers the public key of %s, without metadata', async (_, content) => {
      workspace.write('public.key', content);
      expect(await make('--key', 'public.key')).toMatchObject({ stderr: '', status: 0 });
      expect(credentials()).toEqual({ clientId: 'acme-bank-alerts-sandbox', keys: [{ jwk }] });
    });

    test('registers the key of a certificate and of a certificate request', async () => {
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

    test('subscribes to an API with tokens signed by partners', async () => {
      workspace.write('public.pem', pair.pem);
      expect(await make('--key', 'public.pem')).toMatchObject({ stderr: '', status: 0 });
      expect(parse(workspace.read('catalog/alerts.yaml')).subscriptions).toMatchObject([{ api: 'push-message' }]);
    });

    test.each<[string, string | Buffer, RegExp]>([
      ['PEM', pair.privatePem, /openssl pkey -in secret\.key -pubout -out public\.pem/],
      ['DER', derOf(pair.privatePem), /openssl pkey -inform DER -in secret\.key -pubout -out public\.pem/],
      ['PEM next to its public key', `${pair.pem}${pair.privatePem}`, /openssl pkey/],
      ['a JWK', JSON.stringify(pair.privateJwk), /jq '.*' secret\.key > public\.json/],
      ['a JWKS', JSON.stringify({ keys: [pair.jwk, pair.privateJwk] }), /jq/],
      [
        'OpenSSH format',
        '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n',
        /ssh-keygen -e -m PKCS8 -f secret\.key > public\.pem/,
      ],
    ])(
      'rejects a private key in %s with the command to extract the public key, and prints no part of it',
      async (_, content, hint) => {
        workspace.write('secret.key', content);
        const before = workspace.contents('catalog');
        const { stdout, stderr, status } = await make('--key', 'secret.key');
        expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
        expect(stderr).toMatch(/^error: 'secret\.key' contains a private key, which must never be in a catalog\n/);
        expect(stderr).toMatch(hint);
        for (const secret of [String(pair.privateJwk.d), ...pair.privatePem.split('\n').slice(1, -2)])
          expect(stderr).not.toContain(secret);
        expect(workspace.contents('catalog')).toEqual(before);
      },
    );

    test.each<[string, string, string]>([
      [
        'a private key inside JSON, without an extract command',
        JSON.stringify({ private_key: pair.privatePem }),
        "error: 'some.key' contains a private key, which must never be in a catalog\n       keep the key with its owner; pass a file with its public key\n",
      ],
      [
        'a private JWK after a byte order mark',
        `\ufeff${JSON.stringify(pair.privateJwk)}`,
        "error: 'some.key' contains a private key, ",
      ],
      [
        'a symmetric key, which has no public part',
        JSON.stringify({ kty: 'oct', k: 'c2VjcmV0LXNlY3JldA' }),
        "error: 'some.key' contains a symmetric key, which must never be in a catalog\n       it has no public part; ask ",
      ],
    ])('rejects %s', async (_, content, message) => {
      workspace.write('some.key', content);
      const { stderr, status } = await make('--key', 'some.key');
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/c2VjcmV0|openssl pkey/);
      expect(status).toBe(1);
    });

    test('rejects a PKCS #12 file with the command to extract the certificate', async () => {
      workspace.write('client.p12', Buffer.from('30820a1f020103308209d506092a864886f70d010701', 'hex'));
      for (const option of ['--key', '--certificate']) {
        const { stderr, status } = await make(option, 'client.p12');
        expect(stderr).toContain('openssl pkcs12 -in client.p12 -clcerts -nokeys -out certificate.pem\n');
        expect(status).toBe(1);
      }
    });

    test('rejects a public key in OpenSSH format with the command to convert it', async () => {
      workspace.write(
        'id.pub',
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKmo3UlYR4a/Sid5ckxFkWkYWMmSl7M3W1r0nl3MqTBk me@host\n',
      );
      const { stderr, status } = await make('--key', 'id.pub');
      expect(stderr).toContain('ssh-keygen -e -m PKCS8 -f id.pub > public.pem\n');
      expect(status).toBe(1);
    });

    test.each<[string, string | Buffer, string]>([
      ['contains no key', 'Hello.\n', "'some.key' contains no readable public key"],
      ['is cut off', pair.pem.slice(0, 60), "'some.key' is incomplete: it contains an unreadable PEM block"],
      ['has two keys', `${pair.pem}${ecPair().pem}`, "'some.key' contains 2 public keys"],
      ['has an invalid JWK', '{"kty":"EC"}', "'some.key' is not a readable JWK"],
      ['has invalid JSON', '{"kty":', "'some.key' starts like JSON but is not valid JSON"],
      [
        'has a weak key',
        rsaPair(1024).pem,
        "the key in 'some.key' is an RSA key of 1024 bits, but the minimum is 2048",
      ],
    ])('rejects a file that %s', async (_, content, message) => {
      workspace.write('some.key', content);
      const { stderr, status } = await make('--key', 'some.key');
      expect(stderr).toMatch(new RegExp(`^error: ${message}\n`));
      expect(status).toBe(1);
    });

    test('stops reading a file that is too large for a key', async () => {
      workspace.write('huge.pem', '');
      truncateSync(workspace.path('huge.pem'), 3 * 1024 ** 3);
      expect(await make('--key', 'huge.pem')).toMatchObject({
        stderr: expect.stringMatching(/^error: 'huge\.pem' is too large; the maximum is 1048576 bytes\n/),
        status: 1,
      });
    });

    test('reports a file that does not exist', async () => {
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

    test.each(['PEM', 'DER', 'chain'])('registers the subject and thumbprint of a certificate (%s)', async (form) => {
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

    test('registers a subject that starts with the common name in a form that keeps the order', async () => {
      const { certificate } = await authority.issue({ subject: 'C=ES,O=Acme Bank,CN=a.example' });
      workspace.write('client.crt', certificate);
      expect(await make('--certificate', 'client.crt')).toMatchObject({ stderr: '', status: 0 });
      const [{ subject }] = credentials().certificates;
      expect(subject).toBe('/CN=a.example/O=Acme Bank/C=ES');
      expect(readSubject(subject)).toEqual({ ok: true, canonical: 'C=ES,O=Acme Bank,CN=a.example' });
    });

    test('subscribes to an API that requires a certificate, given a purpose and a legal basis', async () => {
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

    test('rejects an expired certificate', async () => {
      const { certificate } = await authority.issue({ subject: SUBJECT, notAfter: new Date('2026-10-31T00:00:00Z') });
      workspace.write('old.crt', certificate);
      expect(await make('--certificate', 'old.crt')).toMatchObject({
        stderr: expect.stringContaining("the certificate in 'old.crt' expired on 2026-10-31\n"),
        status: 1,
      });
    });

    test('rejects a file with both key and certificate, with the command to extract the certificate', async () => {
      const { certificate, key } = await authority.issue({ subject: SUBJECT });
      workspace.write('both.pem', `${certificate}${key}`);
      const { stderr, status } = await make('--certificate', 'both.pem');
      expect(stderr).toContain('openssl x509 -in both.pem -out certificate.pem');
      expect(status).toBe(1);
    });

    test('rejects a private key and asks for the certificate, without a command', async () => {
      workspace.write('client.key', ecPair().privatePem);
      expect(await make('--certificate', 'client.key')).toMatchObject({
        stderr:
          "error: 'client.key' contains a private key, which must never be in a catalog\n       keep the key with its owner; pass the client certificate that was issued for it\n",
        status: 1,
      });
    });

    test('rejects a file without a certificate', async () => {
      workspace.write('public.pem', ecPair().pem);
      expect(await make('--certificate', 'public.pem')).toMatchObject({
        stderr: expect.stringContaining("'public.pem' contains no readable certificate\n"),
        status: 1,
      });
    });
  });
});
