import { defaultsOf } from '../../../core/model';
import type { Way } from '../setup/way';
import { Caller, check, expectThat, outcomeOf, passed, plainWay, type Step, until, wayName } from './step';

/** Counters that are away: the policy says whether calls pass. */
export const redisAway: Step = {
  title: 'a gateway that cannot reach Redis does what the policy says, and recovers',
  missing: ({ redis }) => (redis ? undefined : 'E2E_REDIS names no Redis server'),
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const way = plainWay(trial);
    const token = await caller.token(way);
    check(context, wayName(way), await caller.call(way, { token }), 'passes');
    const failure = failureOf(way);
    await trial.redis?.stop();
    const away = await caller.call(way, { token });
    note(`while Redis is away, policy '${failure}' → ${outcomeOf(away)}`);
    await trial.redis?.resume();
    expectThat(
      failure === 'open' ? passed(away) : outcomeOf(away) === '503 UNAVAILABLE',
      `the policy says '${failure}': ${away.status} ${away.body}`,
    );
    const took = await until('a call that passes', 15_000, async () => passed(await caller.call(way, { token })));
    note(`calls pass ${(took / 1000).toFixed(1)} s after it is back`);
  },
};

function failureOf({ subscription }: Way): string {
  return (subscription.offer.policies.rateLimit?.value ?? defaultsOf('RateLimitPolicy')).failure;
}
