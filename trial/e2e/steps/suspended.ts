import { PLAIN, SUSPENDED } from '../partners';
import { entityIds } from './entity-ids';
import { Caller, expectReply, expectThat, grantOf, passed, type Step, statusAndCode, waitUntil } from './step';

/** A partner is suspended, and let in again. */
export const suspension: Step = {
  title: 'a suspended partner is refused within seconds of the apply, and lifting it restores the same ids',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const [grant, plain] = [grantOf(trial, SUSPENDED), grantOf(trial, PLAIN)];
    const token = await caller.token(grant);
    const outcome = async () => statusAndCode(await caller.call(grant, { token }));
    expectReply(context, `${SUSPENDED} before`, await caller.call(grant, { token }), 'passes');
    const before = await entityIds(trial.admin, `${SUSPENDED}_app`);
    const applied = async () => {
      await trial.stacks.synth();
      const { changes } = await trial.stacks.apply();
      for (const found of changes.values())
        for (const [address, actions] of found) note(`${address} ${actions.join(' and ')}`);
    };
    trial.partners.change(SUSPENDED, { suspended: trial.asOf });
    await applied();
    const refusedAfter = await waitUntil(
      'a refusal',
      15_000,
      async () => (await outcome()) === '403 PERMISSION_DENIED',
    );
    note(`refused ${(refusedAfter / 1000).toFixed(1)} s after the apply → ${await outcome()}`);
    expectReply(context, `${PLAIN} meanwhile`, await caller.call(plain), 'passes');
    const suspended = await entityIds(trial.admin, `${SUSPENDED}_app`);
    expectThat(suspended.consumer === before.consumer, 'the consumer did not stay');
    expectThat(suspended.entries.length === 0, 'access entries stayed');
    trial.partners.change(SUSPENDED, { suspended: undefined });
    await applied();
    const backAfter = await waitUntil('a call that passes', 15_000, async () =>
      passed(await caller.call(grant, { token })),
    );
    note(`passes ${(backAfter / 1000).toFixed(1)} s after it was lifted`);
    const after = await entityIds(trial.admin, `${SUSPENDED}_app`);
    expectThat(JSON.stringify(after) === JSON.stringify(before), 'lifting made other ids');
    note(`consumer ${after.consumer} and entry ${after.entries.join(', ')} are those of before`);
  },
};
