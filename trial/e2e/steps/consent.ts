import { decodeJwt } from 'jose';
import { send } from '../../client/request';
import { DECISIONS } from '../../consent/consent';
import { CONSENT_SCOPE } from '../../issuer/clients';
import type { Grant } from '../setup/grant';
import type { Trial } from '../setup/trial';
import {
  Caller,
  expectReply,
  expectThat,
  findGrant,
  grantName,
  passed,
  type Step,
  statusAndCode,
  waitUntil,
} from './step';

/** Some policies request the user's consent at the time of the call. */
export const liveConsent: Step = {
  title:
    'refuses calls as soon as a user withdraws consent, and follows the policy if the consent service is unavailable',
  skipReason: (trial) =>
    new Caller(trial).proxyTlsUrl === undefined ? 'the gateway has no listener with TLS' : undefined,
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = findGrant(
      trial,
      'API that requests consent at the time of the call',
      (one) => liveOf(one) !== undefined,
    );
    const live = liveOf(grant);
    const call = async (user: string) => {
      const scopes = live?.source === 'consent-info' ? [...grant.scopes, CONSENT_SCOPE] : grant.scopes;
      const token = await caller.token(grant, { scopes, user });
      return { token, reply: await caller.call(grant, { token }) };
    };
    const consented = await call('tel:+34600000011');
    expectReply(context, `${grantName(grant)}, for a user who consented`, consented.reply, 'passes');
    await decide(trial, grant, await caller.token(grant, { user: 'tel:+34600000012' }), 'DENIED');
    expectReply(context, 'for a user who refused', (await call('tel:+34600000012')).reply, '403 PERMISSION_DENIED');
    await trial.components.consent.stop();
    const duringOutage = await call('tel:+34600000013');
    note(
      `while the consent service is unavailable, policy '${live?.failure ?? 'closed'}' → ${statusAndCode(duringOutage.reply)}`,
    );
    await trial.components.consent.resume();
    expectThat(
      duringOutage.reply.status < 300 === (live?.failure === 'open'),
      `the policy is '${live?.failure ?? 'closed'}', but the response was ${statusAndCode(duringOutage.reply)}`,
    );
    const took = await waitUntil('a successful call after the consent service is back', 10_000, async () =>
      passed((await call('tel:+34600000014')).reply),
    );
    note(`calls pass ${(took / 1000).toFixed(1)} s after the consent service is back`);
  },
};

function liveOf({ subscription }: Grant) {
  return subscription.offer.policies.consent?.value.live;
}

async function decide({ components }: Trial, grant: Grant, token: string, reason: string): Promise<void> {
  const { sub: subject } = decodeJwt(token);
  const purpose = grant.subscription.purpose?.value;
  const body = JSON.stringify({ subject, purpose, reason });
  const { status } = await send({ url: `${components.consent.localUrl}${DECISIONS}`, method: 'PUT', body });
  expectThat(status === 204, `the consent service responded with ${status}`);
}
