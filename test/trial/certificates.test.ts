import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { CertificateAuthority } from '../../trial/certificates/authority';
import { send } from '../../trial/client/request';

const SUBJECT = 'CN=checkout.acme.example,O=Acme Bank,C=ES';

test('issues a certificate with a matching key and the thumbprint that a catalog registers', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const { certificate, key, sha256 } = await authority.issue({ subject: SUBJECT });
  const parsed = new X509Certificate(certificate);
  const ca = new X509Certificate(authority.certificate);
  expect([ca.ca, parsed.ca, parsed.checkIssued(ca), parsed.verify(ca.publicKey)]).toEqual([true, false, true, true]);
  expect(parsed.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(sha256).toBe(parsed.fingerprint256.replaceAll(':', '').toLowerCase());
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('reads a subject in the order of RFC 4514: its last attribute comes first in the certificate', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const { certificate } = await authority.issue({ subject: SUBJECT });
  expect(new X509Certificate(certificate).subject.split('\n')).toEqual([
    'C=ES',
    'O=Acme Bank',
    'CN=checkout.acme.example',
  ]);
});

test('issues different certificates for the same subject', async () => {
  const authority = await CertificateAuthority.create('CN=CA of a test');
  const [one, other] = [await authority.issue({ subject: SUBJECT }), await authority.issue({ subject: SUBJECT })];
  expect(one.sha256).not.toBe(other.sha256);
  expect(new X509Certificate(one.certificate).serialNumber).not.toBe(
    new X509Certificate(other.certificate).serialNumber,
  );
});

test('issues a certificate that has already expired', async () => {
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
])('signs with an existing authority that has %s', async (_, key) => {
  const created = await CertificateAuthority.create('CN=CA of a test');
  const authority = await CertificateAuthority.load(
    created.certificate,
    String(key.export({ type: 'pkcs8', format: 'pem' })),
  );
  const { certificate } = await authority.issue({ subject: SUBJECT });
  // The key does not belong to the authority's certificate, so only the signature is verified.
  expect(new X509Certificate(certificate).verify(createPublicKey(key))).toBe(true);
});

test('issues certificates that a TLS server can distinguish from those of another authority', async () => {
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
    const responseTo = async (client: { certificate: string; key: string }) =>
      (await send({ url, tls: { cert: client.certificate, key: client.key } })).body;
    expect(await responseTo(await authority.issue({ subject: SUBJECT }))).toBe('true');
    expect(await responseTo(await other.issue({ subject: SUBJECT }))).toBe('false');
    const past = new Date(Date.now() - 60_000);
    expect(await responseTo(await authority.issue({ subject: SUBJECT, notAfter: past }))).toBe('false');
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
