import { decodeJwt } from 'jose';
import { send } from '../../client/request';
import { DECISIONS } from '../../consent/consent';
import { CONSENT_SCOPE } from '../../issuer/clients';
import type { Trial } from '../setup/trial';
import type { Way } from '../setup/way';
import { Caller, check, expectThat, findWay, outcomeOf, passed, type Step, until, wayName } from './step';

/** Where the policy asks for the user's consent at the time of the call, the answer decides. */
export const liveConsent: Step = {
  title: 'a user who withdraws consent is protected at once; without an answer the policy decides',
  missing: (trial) =>
    new Caller(trial).proxyTlsUrl === undefined ? 'the gateway has no listener with TLS' : undefined,
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const way = findWay(trial, 'API that asks for consent at the time of the call', (one) => liveOf(one) !== undefined);
    const live = liveOf(way);
    const call = async (user: string) => {
      const scopes = live?.source === 'consent-info' ? [...way.scopes, CONSENT_SCOPE] : way.scopes;
      const token = await caller.token(way, { scopes, user });
      return { token, reply: await caller.call(way, { token }) };
    };
    const agreed = await call('tel:+34600000011');
    check(context, `${wayName(way)}, of a user who agreed`, agreed.reply, 'passes');
    await decide(trial, way, await caller.token(way, { user: 'tel:+34600000012' }), 'DENIED');
    check(context, 'a user who refused', (await call('tel:+34600000012')).reply, '403 PERMISSION_DENIED');
    await trial.parts.consent.stop();
    const away = await call('tel:+34600000013');
    note(`while the consent service is away, policy '${live?.failure ?? 'closed'}' → ${outcomeOf(away.reply)}`);
    await trial.parts.consent.resume();
    expectThat(
      away.reply.status < 300 === (live?.failure === 'open'),
      `the policy says '${live?.failure ?? 'closed'}', and the call was answered with ${outcomeOf(away.reply)}`,
    );
    const took = await until('an answer after the consent service is back', 10_000, async () =>
      passed((await call('tel:+34600000014')).reply),
    );
    note(`calls pass ${(took / 1000).toFixed(1)} s after it is back`);
  },
};

function liveOf({ subscription }: Way) {
  return subscription.offer.policies.consent?.value.live;
}

async function decide({ parts }: Trial, way: Way, token: string, reason: string): Promise<void> {
  const { sub: subject } = decodeJwt(token);
  const purpose = way.subscription.purpose?.value;
  const body = JSON.stringify({ subject, purpose, reason });
  const { status } = await send({ url: `${parts.consent.localUrl}${DECISIONS}`, method: 'PUT', body });
  expectThat(status === 204, `the consent service answered ${status}`);
}
