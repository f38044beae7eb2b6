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

/** Without counters, the policy decides whether calls pass. */
export const redisUnavailable: Step = {
  title: "applies the policy's failure mode while Redis is unavailable, and recovers",
  skipReason: ({ redis }) => (redis ? undefined : 'E2E_REDIS is not set'),
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    expectReply(context, grantName(grant), await caller.call(grant, { token }), 'passes');
    const failure = failureOf(grant);
    await trial.redis?.stop();
    const duringOutage = await caller.call(grant, { token });
    note(`while Redis is unavailable, policy '${failure}' → ${statusAndCode(duringOutage)}`);
    await trial.redis?.resume();
    expectThat(
      failure === 'open' ? passed(duringOutage) : statusAndCode(duringOutage) === '503 UNAVAILABLE',
      `the policy is '${failure}', but the response was ${duringOutage.status} ${duringOutage.body}`,
    );
    const took = await waitUntil('a successful call', 15_000, async () => passed(await caller.call(grant, { token })));
    note(`calls pass ${(took / 1000).toFixed(1)} s after Redis is back`);
  },
};

function failureOf({ subscription }: Grant): string {
  return (subscription.offer.policies.rateLimit?.value ?? defaultsOf('RateLimitPolicy')).failure;
}
