import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { CertificateAuthority } from '../../trial/certificates/authority';
import { send } from '../../trial/client/request';

const SUBJECT = 'CN=checkout.acme.example,O=Acme Bank,C=ES';

test('a certificate is signed by its authority, fits its key, and is what the catalog registers', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const { certificate, key, sha256 } = await authority.issue({ subject: SUBJECT });
  const parsed = new X509Certificate(certificate);
  const ca = new X509Certificate(authority.certificate);
  expect([ca.ca, parsed.ca, parsed.checkIssued(ca), parsed.verify(ca.publicKey)]).toEqual([true, false, true, true]);
  expect(parsed.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(sha256).toBe(parsed.fingerprint256.replaceAll(':', '').toLowerCase());
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('the subject reads as RFC 4514 has it: its last part stands first in the certificate', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const { certificate } = await authority.issue({ subject: SUBJECT });
  expect(new X509Certificate(certificate).subject.split('\n')).toEqual([
    'C=ES',
    'O=Acme Bank',
    'CN=checkout.acme.example',
  ]);
});

test('two certificates of one subject differ', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const [one, other] = [await authority.issue({ subject: SUBJECT }), await authority.issue({ subject: SUBJECT })];
  expect(one.sha256).not.toBe(other.sha256);
  expect(new X509Certificate(one.certificate).serialNumber).not.toBe(
    new X509Certificate(other.certificate).serialNumber,
  );
});

test('a certificate can have expired', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const { certificate } = await authority.issue({ subject: SUBJECT, notAfter: new Date('2026-01-02T00:00:00Z') });
  const parsed = new X509Certificate(certificate);
  expect(Date.parse(parsed.validTo)).toBe(Date.parse('2026-01-02T00:00:00Z'));
  expect(Date.parse(parsed.validFrom)).toBeLessThan(Date.parse(parsed.validTo));
});

test.each([
  ['an RSA key', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
  ['a key on P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
  ['a key on P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
])('an authority that exists with %s signs', async (_, key) => {
  const made = await CertificateAuthority.create('CN=CA of a test');
  const authority = await CertificateAuthority.load(
    made.certificate,
    String(key.export({ type: 'pkcs8', format: 'pem' })),
  );
  const { certificate } = await authority.issue({ subject: SUBJECT });
  // The key is not that of the authority's certificate; the signature alone is looked at.
  expect(new X509Certificate(certificate).verify(createPublicKey(key))).toBe(true);
});

test('a TLS server that asks for certificates of the authority tells them from others', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const other = await CertificateAuthority.create('CN=another CA');
  const own = await authority.issue({ subject: 'CN=localhost', hosts: ['localhost', '127.0.0.1'] });
  const server = createServer(
    { cert: own.certificate, key: own.key, ca: authority.certificate, requestCert: true, rejectUnauthorized: false },
    (request, response) => response.end(String((request.socket as TLSSocket).authorized)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answerTo = async (client: { certificate: string; key: string }) =>
      (await send({ url, tls: { cert: client.certificate, key: client.key } })).body;
    expect(await answerTo(await authority.issue({ subject: SUBJECT }))).toBe('true');
    expect(await answerTo(await other.issue({ subject: SUBJECT }))).toBe('false');
    const past = new Date(Date.now() - 60_000);
    expect(await answerTo(await authority.issue({ subject: SUBJECT, notAfter: past }))).toBe('false');
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
