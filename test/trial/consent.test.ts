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
const ASKED = { scopes: ['places:read'], purpose: 'dpv:ServiceProvision', requestCaptureUrl: false };
const HOLDS = { statusInfo: [{ scopes: ASKED.scopes, purpose: ASKED.purpose, statusValidForProcessing: true }] };

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
    body: JSON.stringify({ subject, purpose: ASKED.purpose, ...(reason === undefined ? {} : { reason }) }),
  });

test('a user who did not decide otherwise has agreed', async () => {
  const reply = await retrieve(ASKED);
  expect([reply.status, jsonOf(reply)]).toEqual([200, HOLDS]);
});

test('what a user decided holds for that user and that purpose alone, until it is taken back', async () => {
  await decide('user-1', 'DENIED');
  expect(jsonOf(await retrieve(ASKED))).toEqual({
    statusInfo: [
      { scopes: ASKED.scopes, purpose: ASKED.purpose, statusValidForProcessing: false, statusReason: 'DENIED' },
    ],
  });
  expect(jsonOf(await retrieve(ASKED, { sub: 'user-2' }))).toEqual(HOLDS);
  const other = { ...ASKED, purpose: 'dpv:Marketing' };
  expect(jsonOf(await retrieve(other))).toMatchObject({ statusInfo: [{ statusValidForProcessing: true }] });
  await decide('user-1');
  expect(jsonOf(await retrieve(ASKED))).toEqual(HOLDS);
});

test.each([
  ['PENDING', true],
  ['REQUESTED', true],
  ['EXPIRED', true],
  ['DENIED', false],
  ['OBJECTED', false],
])('after %s the user can be asked: %p', async (reason, askable) => {
  await decide('user-1', reason);
  const asking = jsonOf(await retrieve({ ...ASKED, requestCaptureUrl: true }));
  expect(Object.hasOwn(asking as object, 'captureUrl')).toBe(askable);
  expect(jsonOf(await retrieve(ASKED))).not.toHaveProperty('captureUrl');
});

test.each([
  ['of another issuer', { iss: 'https://other.example' }, key],
  ['that has ended', { exp: 1 }, key],
  ['of another key', {}, newKey('one')],
])('a token %s proves nothing', async (_, claims, signer) => {
  expect(jsonOf(await retrieve(ASKED, claims, signer))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

test('a token without the scope may not ask', async () => {
  expect(jsonOf(await retrieve(ASKED, { scope: 'places:read' }))).toMatchObject({
    status: 403,
    code: 'PERMISSION_DENIED',
  });
});

test.each([
  ['no object', [], 400, 'INVALID_ARGUMENT'],
  ['no scopes', { ...ASKED, scopes: [] }, 400, 'INVALID_ARGUMENT'],
  ['a purpose of another kind', { ...ASKED, purpose: 'fraud' }, 400, 'INVALID_ARGUMENT'],
  ['no requestCaptureUrl', { scopes: ['a'], purpose: 'dpv:A' }, 400, 'INVALID_ARGUMENT'],
  ['a number beside the user of the token', { ...ASKED, phoneNumber: '+34600000001' }, 422, 'UNNECESSARY_IDENTIFIER'],
])('a question with %s is refused', async (_, body, status, code) => {
  expect(jsonOf(await retrieve(body))).toMatchObject({ status, code });
});

test('a token of the client alone has to name the user', async () => {
  const alone = { sub: 'acme' };
  expect(jsonOf(await retrieve(ASKED, alone))).toMatchObject({ status: 422, code: 'MISSING_IDENTIFIER' });
  await decide('+34600000001', 'OBJECTED');
  const reply = await retrieve({ ...ASKED, phoneNumber: '+34600000001' }, alone);
  expect(jsonOf(reply)).toMatchObject({ statusInfo: [{ statusReason: 'OBJECTED' }] });
});

describe("the operator's own endpoint", () => {
  const question = { client: 'acme', subject: 'user-1', scopes: ['places:read'], purpose: 'dpv:ServiceProvision' };

  test('answers in the form of CAMARA', async () => {
    expect(jsonOf(await post('/operator/consents', question, 'Bearer operator'))).toEqual(HOLDS);
    await decide('user-1', 'EXPIRED');
    expect(jsonOf(await post('/operator/consents', question, 'Bearer operator'))).toMatchObject({
      statusInfo: [{ statusValidForProcessing: false, statusReason: 'EXPIRED' }],
    });
  });

  test.each([undefined, 'Bearer other'])('refuses the Authorization header %p', async (authorization) => {
    expect((await post('/operator/consents', question, authorization)).status).toBe(401);
  });

  test.each(['client', 'subject', 'scopes', 'purpose'])('refuses a question without %s', async (field) => {
    const reply = await post('/operator/consents', { ...question, [field]: undefined }, 'Bearer operator');
    expect(jsonOf(reply)).toMatchObject({ status: 400, message: expect.stringContaining(field) });
  });
});

test('a decision that it does not know is refused', async () => {
  expect(jsonOf(await decide('user-1', 'MAYBE'))).toMatchObject({
    status: 400,
    message: expect.stringContaining('reason'),
  });
});
