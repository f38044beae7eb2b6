import { signToken } from '../../client/tokens';
import { newTokenKey } from '../setup/credentials';
import { ENVIRONMENT } from '../setup/trial';
import { Caller, expectReply, findGrant, grantName, type Step } from './step';

const REFUSED = '401 UNAUTHENTICATED';

/** A token that the application signs only authenticates it; its rights come from the catalog. */
export const partnerSigned: Step = {
  title: 'accepts tokens that the partner signs, and refuses those of other signers',
  async run(context) {
    const { trial } = context;
    const caller = new Caller(trial);
    const grant = findGrant(trial, 'application that signs its tokens itself', (one) => one.partnerSigned && !one.mtls);
    const call = async (description: string, token: string, expected = REFUSED) =>
      expectReply(context, description, await caller.call(grant, { token }), expected);
    await call(grantName(grant), await caller.token(grant), 'passes');
    const issued = grant.subscription.offer.policies.token?.value.environments ?? {};
    for (const [environment, { audience }] of Object.entries(issued))
      if (audience !== issued[ENVIRONMENT]?.audience)
        await call(`for ${environment}`, await caller.token(grant, { audience }));
    await call('issued as another application', await caller.token(grant, { claims: { iss: 'stranger' } }));
    const now = Math.floor(Date.now() / 1000);
    await call('expired', await caller.token(grant, { claims: { exp: now - 60, nbf: now - 120, iat: now - 120 } }));
    await call('with too long a lifetime', await caller.token(grant, { claims: { exp: now + 86_400 } }));
    const clientId = grant.access.credentials?.clientId;
    const audience = issued[ENVIRONMENT]?.audience;
    await call('signed with an unknown key', await signToken(await newTokenKey(), { iss: clientId, aud: audience }));
  },
};
