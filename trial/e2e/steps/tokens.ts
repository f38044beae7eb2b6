import { createPrivateKey, createPublicKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { signToken } from '../../client/tokens';
import { audiencesOf } from '../../issuer/audiences';
import { createIssuer } from '../../issuer/issuer';
import { SigningKeys } from '../../issuer/signing-keys';
import type { Grant } from '../setup/grant';
import { catalogOf, ENVIRONMENT, type Trial } from '../setup/trial';
import { Caller, expectReply, plainGrant, type Step } from './step';

const REFUSED = '401 UNAUTHENTICATED';

/** Only a valid token of the issuer for this environment authenticates a caller. */
export const tokens: Step = {
  title: 'refuses invalid tokens with 401',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const call = async (description: string, token: string | null, expected = REFUSED) =>
      expectReply(context, description, await caller.call(grant, { token }), expected);
    await call('no token', null);
    await call('a token of the issuer', await caller.token(grant), 'passes');
    await call('not a token', 'word');
    const claims = claimsOf(trial, caller, grant);
    const key = trial.components.keys.all[0];
    await call("the same claims, signed by the suite with the issuer's key", await signToken(key, claims), 'passes');
    const now = Math.floor(Date.now() / 1000);
    const hour = 3600;
    await call(
      'an expired token',
      await signToken(key, { ...claims, iat: now - 2 * hour, nbf: now - 2 * hour, exp: now - hour }),
    );
    await call(
      'a token that is not yet valid',
      await signToken(key, { ...claims, nbf: now + 24 * hour, exp: now + 25 * hour }),
    );
    await call('another issuer', await signToken(key, { ...claims, iss: 'https://elsewhere.example' }));
    await call('another key with the same ID', await signToken({ ...unknownKey(), kid: String(key.kid) }, claims));
    await call('a key that is not published', await signToken(unknownKey(), claims));
    await call('an unknown application', await signToken(key, { ...claims, client_id: 'stranger', sub: 'stranger' }));
    const valid = await signToken(key, claims);
    await call(
      'a signature with non-zero trailing bits in base64url',
      `${valid.slice(0, -1)}${next(valid.at(-1) ?? '')}`,
    );
    await call('a signature with padding', `${valid}${'='.repeat((4 - ((valid.split('.')[2] ?? '').length % 4)) % 4)}`);
    await call('no signature (alg: none)', unsigned(claims));
    await call("an HMAC with the issuer's public key", await hmacOf(key as never, claims));
  },
};

/** Tokens of other environments are invalid. */
export const otherEnvironment: Step = {
  title: 'refuses tokens of another environment with 401',
  skipReason: (trial) => (otherAudience(trial) === undefined ? 'the catalog has no other audience' : undefined),
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const audience = otherAudience(trial);
    const token = await caller.token(grant, { audience });
    expectReply(context, `this issuer's token for ${audience}`, await caller.call(grant, { token }), REFUSED);
    const keys = new SigningKeys();
    await createIssuer({ issuer: 'https://idp.elsewhere.example', audiences: [String(audience)], clients: [], keys });
    const [key] = keys.all;
    const claims = { ...claimsOf(trial, caller, grant), iss: 'https://idp.elsewhere.example', aud: audience };
    expectReply(
      context,
      "the other environment's issuer",
      await caller.call(grant, { token: await signToken(key, claims) }),
      REFUSED,
    );
  },
};

/** The claims of a token that the issuer would issue for a grant. */
export function claimsOf(trial: Trial, caller: Caller, grant: Grant): Readonly<Record<string, unknown>> {
  const purpose = grant.subscription.purpose?.value;
  const clientId = grant.access.credentials?.clientId;
  return {
    iss: caller.issuer,
    aud: audiencesOf(catalogOf(trial), ENVIRONMENT)[0],
    client_id: clientId,
    sub: clientId,
    scope: [...(purpose === undefined ? [] : [purpose]), ...grant.scopes].join(' '),
  };
}

function otherAudience(trial: Trial): string | undefined {
  const catalog = catalogOf(trial);
  const [own] = audiencesOf(catalog, ENVIRONMENT);
  return [...catalog.environments.keys()].flatMap((name) => audiencesOf(catalog, name)).find((one) => one !== own);
}

/** The next base64url character; as the last one, it decodes to the same bytes if there are unused bits. */
function next(character: string): string {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return characters[characters.indexOf(character) + 1] ?? '';
}

function unknownKey() {
  return new SigningKeys().all[0];
}

function unsigned(claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode({ ...claims, exp: Math.floor(Date.now() / 1000) + 60 })}.`;
}

/** Signs with the public key as the secret: a verifier that trusts the token's algorithm would accept it. */
async function hmacOf(key: { readonly kid?: string }, claims: object): Promise<string> {
  const published = createPublicKey(createPrivateKey({ key: key as never, format: 'jwk' }));
  const secret = Buffer.from(published.export({ type: 'spki', format: 'pem' }));
  return new SignJWT({ ...claims, exp: Math.floor(Date.now() / 1000) + 60 })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .sign(secret);
}
