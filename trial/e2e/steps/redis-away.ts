import { defaultsOf } from '../../../core/model';
import type { Grant } from '../setup/grant';
import {
  Caller,
  expectReply,
  expectThat,
  grantName,
  passed,
  plainGrant,
  type Step,
  statusAndCode,
  waitUntil,
} from './step';

/** Counters that are away: the policy says whether calls pass. */
export const redisAway: Step = {
  title: 'a gateway that cannot reach Redis does what the policy says, and recovers',
  skipReason: ({ redis }) => (redis ? undefined : 'E2E_REDIS names no Redis server'),
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    expectReply(context, grantName(grant), await caller.call(grant, { token }), 'passes');
    const failure = failureOf(grant);
    await trial.redis?.stop();
    const away = await caller.call(grant, { token });
    note(`while Redis is away, policy '${failure}' → ${statusAndCode(away)}`);
    await trial.redis?.resume();
    expectThat(
      failure === 'open' ? passed(away) : statusAndCode(away) === '503 UNAVAILABLE',
      `the policy says '${failure}': ${away.status} ${away.body}`,
    );
    const took = await waitUntil('a call that passes', 15_000, async () => passed(await caller.call(grant, { token })));
    note(`calls pass ${(took / 1000).toFixed(1)} s after it is back`);
  },
};

function failureOf({ subscription }: Grant): string {
  return (subscription.offer.policies.rateLimit?.value ?? defaultsOf('RateLimitPolicy')).failure;
}
