import { PATHS_API } from '../setup/paths-api';
import { Caller, check, passed, type Step, type StepContext, until, wayOf } from './step';

/** An API's own limit, for callers whose tier has none. */
export const ownLimitAway: Step = {
  title: "an API's own limit does what its policy says while Redis is away, and calls pass when it is back",
  missing: ({ redis }) => (redis ? undefined : 'E2E_REDIS names no Redis server'),
  async run(context) {
    const { trial } = context;
    for (const failure of ['open', 'closed'] as const) {
      trial.pathsApi.change({ failure });
      await trial.stacks.synth();
      await trial.stacks.apply();
      await whileAway(context, failure);
    }
  },
};

async function whileAway(context: StepContext, failure: 'open' | 'closed'): Promise<void> {
  const { trial, note } = context;
  const calls = new Caller(trial);
  const way = wayOf(trial, PATHS_API);
  const token = await calls.token(way);
  const expected = failure === 'open' ? 'passes' : '503 UNAVAILABLE';
  check(context, `failure '${failure}', Redis is there`, await calls.call(way, { token }), 'passes');
  await trial.redis?.stop();
  try {
    await until(`an answer by failure '${failure}'`, 15_000, async () => {
      const reply = await calls.call(way, { token });
      return failure === 'open' ? passed(reply) : !passed(reply);
    });
    check(context, `failure '${failure}', Redis is away`, await calls.call(way, { token }), expected);
  } finally {
    await trial.redis?.resume();
  }
  const took = await until('a call that passes', 15_000, async () => passed(await calls.call(way, { token })));
  note(`calls pass ${(took / 1000).toFixed(1)} s after it is back`);
}
