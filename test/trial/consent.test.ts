import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { jsonOf, send } from '../../trial/client/request';
import { signToken } from '../../trial/client/tokens';
import { consentService } from '../../trial/consent/consent';
import { verifierOf } from '../../trial/consent/token';
import { type Listening, listen } from '../../trial/server/listen';
import { sendJson } from '../../trial/server/message';

const ISSUER = 'https://idp.operator.example';
const newKey = (kid: string): JWK => ({
  ...(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK),
  kid,
  alg: 'ES256',
});
const key = newKey('one');
const { d: _, ...published } = key;

let jwks: Listening;
let server: Listening;
beforeAll(async () => {
  jwks = await listen((_, response) => sendJson(response, 200, { keys: [published] }));
});
beforeEach(async () => {
  const verify = verifierOf(ISSUER, `${jwks.url}/jwks`);
  server = await listen(consentService({ verify, authorization: 'Bearer operator' }));
});
afterEach(() => server.close());
afterAll(() => jwks.close());

const CLAIMS = { iss: ISSUER, client_id: 'acme', sub: 'user-1', scope: 'consent-info:retrieve places:read' };
const REQUEST = { scopes: ['places:read'], purpose: 'dpv:ServiceProvision', requestCaptureUrl: false };
const VALID = { statusInfo: [{ scopes: REQUEST.scopes, purpose: REQUEST.purpose, statusValidForProcessing: true }] };

const post = (path: string, body: unknown, authorization?: string) =>
  send({
    url: `${server.url}${path}`,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
  });
const retrieve = async (body: unknown, claims: object = {}, signer = key) =>
  post('/consent-info/v0.2/retrieve', body, `Bearer ${await signToken(signer, { ...CLAIMS, ...claims })}`);
const decide = (subject: string, reason?: string) =>
  send({
    url: `${server.url}/-/decisions`,
    method: 'PUT',
    body: JSON.stringify({ subject, purpose: REQUEST.purpose, ...(reason === undefined ? {} : { reason }) }),
  });

test('reports a valid consent for a user without a decision', async () => {
  const reply = await retrieve(REQUEST);
  expect([reply.status, jsonOf(reply)]).toEqual([200, VALID]);
});

test('applies a decision only to its user and purpose, until it is revoked', async () => {
  await decide('user-1', 'DENIED');
  expect(jsonOf(await retrieve(REQUEST))).toEqual({
    statusInfo: [
      { scopes: REQUEST.scopes, purpose: REQUEST.purpose, statusValidForProcessing: false, statusReason: 'DENIED' },
    ],
  });
  expect(jsonOf(await retrieve(REQUEST, { sub: 'user-2' }))).toEqual(VALID);
  const other = { ...REQUEST, purpose: 'dpv:Marketing' };
  expect(jsonOf(await retrieve(other))).toMatchObject({ statusInfo: [{ statusValidForProcessing: true }] });
  await decide('user-1');
  expect(jsonOf(await retrieve(REQUEST))).toEqual(VALID);
});

test.each([
  ['PENDING', true],
  ['REQUESTED', true],
  ['EXPIRED', true],
  ['DENIED', false],
  ['OBJECTED', false],
])('after %s, returns a capture URL: %p', async (reason, capturable) => {
  await decide('user-1', reason);
  const body = jsonOf(await retrieve({ ...REQUEST, requestCaptureUrl: true }));
  expect(Object.hasOwn(body as object, 'captureUrl')).toBe(capturable);
  expect(jsonOf(await retrieve(REQUEST))).not.toHaveProperty('captureUrl');
});

test.each([
  ['from another issuer', { iss: 'https://other.example' }, key],
  ['that has expired', { exp: 1 }, key],
  ['signed with another key', {}, newKey('one')],
])('rejects a token %s', async (_, claims, signer) => {
  expect(jsonOf(await retrieve(REQUEST, claims, signer))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

test('rejects a token without the scope', async () => {
  expect(jsonOf(await retrieve(REQUEST, { scope: 'places:read' }))).toMatchObject({
    status: 403,
    code: 'PERMISSION_DENIED',
  });
});

test.each([
  ['a body that is not an object', [], 400, 'INVALID_ARGUMENT'],
  ['no scopes', { ...REQUEST, scopes: [] }, 400, 'INVALID_ARGUMENT'],
  ['an invalid purpose', { ...REQUEST, purpose: 'fraud' }, 400, 'INVALID_ARGUMENT'],
  ['no requestCaptureUrl', { scopes: ['a'], purpose: 'dpv:A' }, 400, 'INVALID_ARGUMENT'],
  [
    'a phone number although the token has a user',
    { ...REQUEST, phoneNumber: '+34600000001' },
    422,
    'UNNECESSARY_IDENTIFIER',
  ],
])('rejects a request with %s', async (_, body, status, code) => {
  expect(jsonOf(await retrieve(body))).toMatchObject({ status, code });
});

test('requires a phone number if the token has no user', async () => {
  const clientOnly = { sub: 'acme' };
  expect(jsonOf(await retrieve(REQUEST, clientOnly))).toMatchObject({ status: 422, code: 'MISSING_IDENTIFIER' });
  await decide('+34600000001', 'OBJECTED');
  const reply = await retrieve({ ...REQUEST, phoneNumber: '+34600000001' }, clientOnly);
  expect(jsonOf(reply)).toMatchObject({ statusInfo: [{ statusReason: 'OBJECTED' }] });
});

describe("the operator's own endpoint", () => {
  const request = { client: 'acme', subject: 'user-1', scopes: ['places:read'], purpose: 'dpv:ServiceProvision' };

  test('responds in the format of CAMARA', async () => {
    expect(jsonOf(await post('/operator/consents', request, 'Bearer operator'))).toEqual(VALID);
    await decide('user-1', 'EXPIRED');
    expect(jsonOf(await post('/operator/consents', request, 'Bearer operator'))).toMatchObject({
      statusInfo: [{ statusValidForProcessing: false, statusReason: 'EXPIRED' }],
    });
  });

  test.each([undefined, 'Bearer other'])('rejects the Authorization header %p', async (authorization) => {
    expect((await post('/operator/consents', request, authorization)).status).toBe(401);
  });

  test.each(['client', 'subject', 'scopes', 'purpose'])('rejects a request without %s', async (field) => {
    const reply = await post('/operator/consents', { ...request, [field]: undefined }, 'Bearer operator');
    expect(jsonOf(reply)).toMatchObject({ status: 400, message: expect.stringContaining(field) });
  });
});

test('rejects an unknown decision', async () => {
  expect(jsonOf(await decide('user-1', 'MAYBE'))).toMatchObject({
    status: 400,
    message: expect.stringContaining('reason'),
  });
});
