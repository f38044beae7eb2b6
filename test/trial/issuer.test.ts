import { createPublicKey, verify, type X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { connect } from 'node:tls';
import type { JWK } from 'jose';
import { CertificateAuthority } from '../../trial/certificates/authority';
import { jsonOf, send } from '../../trial/client/request';
import { clientToken, signToken, type TokenClient, userToken } from '../../trial/client/tokens';
import { ClientKeys, newClientKey } from '../../trial/issuer/client-keys';
import { smallCatalog, temporaryFolder } from './support/catalog';
import { Program } from './support/program';

const NAME = 'https://idp.operator.example';
const AUDIENCE = 'https://api.operator.example';
const READ = 'dpv:ServiceProvision places:read';

const keys = path.join(temporaryFolder(), 'keys');
let program: Program;
let url: string;
let tlsUrl: string;

beforeAll(async () => {
  program = await Program.start('issuer', {
    GATEWRIGHT_CATALOG: smallCatalog(),
    GATEWRIGHT_AS_OF: '2026-11-21',
    ISSUER_URL: NAME,
    ISSUER_AUDIENCES: `${AUDIENCE},https://api.staging.operator.example`,
    ISSUER_PORT: '0',
    ISSUER_TLS_PORT: '0',
    ISSUER_KEYS: keys,
  });
  [url = '', tlsUrl = ''] = program.urls;
});
afterAll(() => program.stop());

const keyOf = (clientId: string): JWK => JSON.parse(readFileSync(new ClientKeys(keys).fileOf(clientId), 'utf8'));
const clientOf = (clientId: string): TokenClient => ({ url, issuer: NAME, clientId, key: keyOf(clientId) });

/** Verifies a token against the published keys, with Node's crypto only. */
async function verifyToken(token: string) {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const parse = (encoded: string) => JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  const header = parse(head);
  const { keys } = jsonOf(await send({ url: `${url}/jwks` })) as { readonly keys: readonly JWK[] };
  const jwk = keys.find(({ kid }) => kid === header.kid);
  if (!jwk) throw new Error(`no key '${header.kid}' is published`);
  const key = { key: createPublicKey({ key: jwk as never, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
  const genuine = verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'));
  if (!genuine) throw new Error('the signature does not match');
  return { header, claims: parse(payload) };
}

test('issues a token of the client for the environment, valid for five minutes', async () => {
  const { header, claims } = await verifyToken(await clientToken(clientOf('acme-app'), { scope: READ }));
  expect(header).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  expect(claims).toMatchObject({ iss: NAME, aud: AUDIENCE, client_id: 'acme-app', sub: 'acme-app', scope: READ });
  expect(claims.exp - claims.iat).toBe(300);
});

test('accepts any client ID and scope that RFC 6749 allows', async () => {
  const id = 'spiffe://acme.example/ns/partners/sa/an "app" of 100%';
  const scope = 'dpv:ServiceProvision https://places.example/auth/read,all';
  const { claims } = await verifyToken(await clientToken(clientOf(id), { scope }));
  expect(claims).toMatchObject({ client_id: id, sub: id, scope });
});

test('issues a token for another of its audiences on request', async () => {
  const resource = 'https://api.staging.operator.example';
  const { claims } = await verifyToken(await clientToken(clientOf('acme-app'), { scope: READ, resource }));
  expect(claims.aud).toBe(resource);
});

test.each([
  ['a scope that the client was not granted', { scope: 'places:write' }, 'invalid_scope'],
  ['a purpose that the client was not granted', { scope: 'dpv:Marketing places:read' }, 'invalid_scope'],
  ['an unknown audience', { scope: READ, resource: 'https://elsewhere.example' }, 'invalid_target'],
])('rejects %s', async (_, request, code) => {
  await expect(clientToken(clientOf('acme-app'), request)).rejects.toMatchObject({ code });
});

test.each([
  ['another key', 'acme-app', newClientKey('acme-app')],
  ['the key of another client', 'acme-app', undefined],
  ['a client that is not registered', 'stranger', newClientKey('stranger')],
])('rejects %s', async (_, clientId, key) => {
  const client = { url, issuer: NAME, clientId, key: key ?? keyOf('acme-for-users') };
  await expect(clientToken(client, { scope: READ })).rejects.toMatchObject({ status: 401, code: 'invalid_client' });
});

test('rejects an assertion that was already used', async () => {
  const assertion = await signToken(
    keyOf('acme-app'),
    { iss: 'acme-app', sub: 'acme-app', aud: NAME, jti: 'once' },
    'JWT',
  );
  const requestToken = () =>
    send({
      url: `${url}/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: READ,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }).toString(),
    });
  expect([(await requestToken()).status, (await requestToken()).status]).toEqual([200, 401]);
});

test('registers no client for an application that signs its own tokens', async () => {
  expect(readdirSync(keys).sort()).toEqual([
    'acme-app.jwk.json',
    'acme-for-users.jwk.json',
    expect.stringMatching(/^spiffe%3a%2f%2facme.*=[0-9a-f]{16}\.jwk\.json$/),
  ]);
});

test('gives every client a file of its own, also on a case-insensitive file system', () => {
  const long = 'x'.repeat(2000);
  const ids = ['app', 'App', 'APP', 'a/pp', 'a%2Fpp', 'a%2fpp', 'app ', ' app', '*', '..', long, `${long}y`];
  const files = ids.map((id) => path.basename(new ClientKeys(keys).fileOf(id)));
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(ids.length);
  for (const file of files) expect(file).toMatch(/^[^/\\*]{1,150}\.jwk\.json$/);
});

test('makes the keys of clients readable only by their owner', () => {
  for (const name of readdirSync(keys)) expect(statSync(path.join(keys, name)).mode & 0o777).toBe(0o600);
});

describe('tokens of users', () => {
  const bound = async () => {
    const authority = await CertificateAuthority.create('CN=CA of a test');
    const { certificate, key, sha256 } = await authority.issue({ subject: 'CN=acme.example' });
    return { sha256, client: { ...clientOf('acme-for-users'), url: tlsUrl, tls: { cert: certificate, key } } };
  };

  test('have a pseudonymous subject, and are bound to the certificate of the connection', async () => {
    const { client, sha256 } = await bound();
    const { claims } = await verifyToken(
      await userToken(client, { scope: `${READ} places:write` }, 'tel:+34600000001'),
    );
    expect(claims).toMatchObject({ client_id: 'acme-for-users', aud: AUDIENCE, scope: `${READ} places:write` });
    expect(claims.sub).toMatch(/^user-[0-9a-f]{24}$/);
    expect(JSON.stringify(claims)).not.toContain('600000001');
    expect(claims.cnf).toEqual({ 'x5t#S256': Buffer.from(sha256, 'hex').toString('base64url') });
  });

  test('have the same subject for the same number, and another one for another number', async () => {
    const { client } = await bound();
    const subject = async (hint: string) =>
      (await verifyToken(await userToken(client, { scope: READ }, hint))).claims.sub;
    const first = await subject('tel:+34600000001');
    expect(await subject('tel:+34600000001')).toBe(first);
    expect(await subject('tel:+34600000002')).not.toBe(first);
  });

  test('can have the scope for consent', async () => {
    const { client } = await bound();
    const token = await userToken(client, { scope: `${READ} consent-info:retrieve` }, 'ipport:203.0.113.7:40000');
    expect((await verifyToken(token)).claims.scope).toBe(`${READ} consent-info:retrieve`);
  });

  test.each([
    ['a user who refuses', 'tel:+34600000000', 'access_denied'],
    ['a hint of another format', 'name:alice', 'unknown_user_id'],
  ])('are refused for %s', async (_, hint, code) => {
    const { client } = await bound();
    await expect(userToken(client, { scope: READ }, hint)).rejects.toMatchObject({ code });
  });

  test('require a certificate if they are bound to one', async () => {
    await expect(clientToken(clientOf('acme-for-users'), { scope: READ })).rejects.toMatchObject({
      code: 'invalid_grant',
    });
  });

  test('are refused to a client that may only request tokens of its own', async () => {
    await expect(userToken(clientOf('acme-app'), { scope: READ }, 'tel:+34600000001')).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });
});

test('signs after a rotation with a key that was already published, and still publishes the previous one', async () => {
  const published = jsonOf(await send({ url: `${url}/jwks` })) as { readonly keys: readonly JWK[] };
  const before = await clientToken(clientOf('acme-app'), { scope: READ });
  const { kid } = jsonOf(await send({ url: `${url}/-/rotate`, method: 'POST' })) as { readonly kid: string };
  expect(published.keys.map((key) => key.kid)).toContain(kid);
  const after = await clientToken(clientOf('acme-app'), { scope: READ });
  expect((await verifyToken(after)).header.kid).toBe(kid);
  expect((await verifyToken(before)).header.kid).not.toBe(kid);
  expect((await send({ url: `${url}/-/rotate` })).status).toBe(405);
});

test('publishes no private key', async () => {
  const { body } = await send({ url: `${url}/jwks` });
  expect(body).toContain('"kid"');
  expect(body).not.toContain('"d":');
});

test('has a TLS certificate for this machine', async () => {
  const { port } = new URL(tlsUrl);
  const socket = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  const certificate = socket.getPeerX509Certificate() as X509Certificate;
  socket.destroy();
  expect([certificate.checkHost('localhost'), certificate.checkIP('127.0.0.1')]).toEqual(['localhost', '127.0.0.1']);
});

test('prints its URLs and nothing else', () => {
  expect(program.text).toBe(`issuer is listening on ${url} and ${tlsUrl}\n`);
});

test.each([
  ['a folder that does not exist', { GATEWRIGHT_CATALOG: 'elsewhere' }, "the catalog folder '"],
  ['an invalid port', { ISSUER_PORT: '70000' }, "ISSUER_PORT is '70000'"],
  ['an unknown environment', { GATEWRIGHT_ENVIRONMENT: 'moon' }, "for environment 'moon'"],
])('exits with a reason and without a stack trace for %s', async (_, env, message) => {
  const other = await Program.start('issuer', {
    GATEWRIGHT_CATALOG: path.join(__dirname, 'catalog'),
    ISSUER_KEYS: keys,
    ...env,
  });
  expect([await other.stop(), other.text]).toEqual([2, expect.stringContaining(message)]);
  expect(other.text).not.toContain('    at ');
});
