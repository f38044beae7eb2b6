import { LIMITED, PLAIN, UPGRADED } from '../partners';
import { MANY } from '../setup/extra-documents';
import {
  Caller,
  callDuring,
  describeFailures,
  expectThat,
  grantOf,
  type Step,
  statusAndCode,
  type Traffic,
  waitUntil,
} from './step';

/** Moves a partner to a higher tier during calls. */
export const upgrade: Step = {
  title: 'upgrades a partner without a failed call, and without effects on others',
  async run({ trial, note }) {
    const caller = new Caller(trial);
    const [upgraded, plain] = [grantOf(trial, UPGRADED), grantOf(trial, PLAIN)];
    const [token, plainToken] = [await caller.token(upgraded), await caller.token(plain)];
    const limit = async () => (await caller.call(upgraded, { token })).headers['ratelimit-limit'];
    const before = await limit();
    trial.partners.change(UPGRADED, { tier: MANY });
    await trial.stacks.synth();
    const act = async () => {
      const { changes, planned } = await trial.stacks.apply();
      const lines = [...changes].flatMap(([stack, found]) =>
        [...found].map(([address, actions]) => `${stack}: ${address} ${actions.join(' before ')}`),
      );
      for (const line of lines) note(line);
      note(`planned ${planned} of ${trial.stacks.groups().flat().length} stacks`);
      expectThat(planned === 1, `a change of one partner planned ${planned} stacks, not 1`);
      expectThat(
        lines.length === 1 && lines[0]?.includes(UPGRADED) === true,
        "more than the partner's ACL entry changed",
      );
      const took = await waitUntil('the new limit', 15_000, async () => (await limit()) !== before);
      note(`ratelimit-limit ${before} → ${await limit()}, ${(took / 1000).toFixed(1)} s after the apply`);
    };
    let others: Traffic | undefined;
    const traffic = await callDuring(
      async () => {
        others = await callDuring(act, () => caller.call(plain, { token: plainToken }));
      },
      () => caller.call(upgraded, { token }),
    );
    note(`${UPGRADED}: ${traffic.calls} calls during the upgrade, failures: ${describeFailures(traffic.failures)}`);
    note(
      `${PLAIN}: ${others?.calls} calls during the upgrade, failures: ${describeFailures(others?.failures ?? new Map())}`,
    );
    expectThat(traffic.failures.size === 0 && others?.failures.size === 0, 'calls failed during the upgrade');
    expectThat((await limit()) === String(MANY.limit), `ratelimit-limit is ${await limit()}`);
    const used = grantOf(trial, LIMITED[0]);
    const outcome = statusAndCode(await caller.call(used));
    note(`${LIMITED[0]}, which has used up its limit → ${outcome}`);
    expectThat(outcome.startsWith('429'), 'the upgrade reset the limit of another partner');
  },
};
