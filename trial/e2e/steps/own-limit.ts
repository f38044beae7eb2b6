import { PATHS_API } from '../setup/paths-api';
import { Caller, expectReply, grantOf, passed, type Step, type StepContext, waitUntil } from './step';

/** An API's own limit, for callers whose tier has no limits. */
export const ownLimitUnavailable: Step = {
  title: "applies the failure policy of an API's own limit while Redis is unavailable, and recovers",
  skipReason: ({ redis }) => (redis ? undefined : 'E2E_REDIS is not set'),
  async run(context) {
    const { trial } = context;
    for (const failure of ['open', 'closed'] as const) {
      trial.pathsApi.change({ failure });
      await trial.stacks.synth();
      await trial.stacks.apply();
      await duringOutage(context, failure);
    }
  },
};

async function duringOutage(context: StepContext, failure: 'open' | 'closed'): Promise<void> {
  const { trial, note } = context;
  const caller = new Caller(trial);
  const grant = grantOf(trial, PATHS_API);
  const token = await caller.token(grant);
  const expected = failure === 'open' ? 'passes' : '503 UNAVAILABLE';
  expectReply(context, `failure '${failure}', Redis is available`, await caller.call(grant, { token }), 'passes');
  await trial.redis?.stop();
  try {
    await waitUntil(`failure '${failure}' to take effect`, 15_000, async () => {
      const reply = await caller.call(grant, { token });
      return failure === 'open' ? passed(reply) : !passed(reply);
    });
    expectReply(context, `failure '${failure}', Redis is unavailable`, await caller.call(grant, { token }), expected);
  } finally {
    await trial.redis?.resume();
  }
  const took = await waitUntil('a successful call', 15_000, async () => passed(await caller.call(grant, { token })));
  note(`calls pass ${(took / 1000).toFixed(1)} s after Redis is back`);
}
