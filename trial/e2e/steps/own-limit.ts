import { PATHS_API } from '../setup/paths-api';
import { Caller, expectReply, grantOf, passed, type Step, type StepContext, waitUntil } from './step';

/** An API's own limit, for callers whose tier has none. */
export const ownLimitAway: Step = {
  title: "an API's own limit does what its policy says while Redis is away, and calls pass when it is back",
  skipReason: ({ redis }) => (redis ? undefined : 'E2E_REDIS names no Redis server'),
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
  const grant = grantOf(trial, PATHS_API);
  const token = await calls.token(grant);
  const expected = failure === 'open' ? 'passes' : '503 UNAVAILABLE';
  expectReply(context, `failure '${failure}', Redis is there`, await calls.call(grant, { token }), 'passes');
  await trial.redis?.stop();
  try {
    await waitUntil(`an answer by failure '${failure}'`, 15_000, async () => {
      const reply = await calls.call(grant, { token });
      return failure === 'open' ? passed(reply) : !passed(reply);
    });
    expectReply(context, `failure '${failure}', Redis is away`, await calls.call(grant, { token }), expected);
  } finally {
    await trial.redis?.resume();
  }
  const took = await waitUntil('a call that passes', 15_000, async () => passed(await calls.call(grant, { token })));
  note(`calls pass ${(took / 1000).toFixed(1)} s after it is back`);
}
