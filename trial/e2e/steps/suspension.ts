import { PLAIN, SUSPENDED } from '../partners';
import { entityIds } from './entity-ids';
import { Caller, expectReply, expectThat, grantOf, passed, type Step, statusAndCode, waitUntil } from './step';

/** Suspends a partner, and lifts the suspension. */
export const suspension: Step = {
  title: 'refuses a suspended partner within seconds of the apply, and restores the same IDs afterwards',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const [grant, plain] = [grantOf(trial, SUSPENDED), grantOf(trial, PLAIN)];
    const token = await caller.token(grant);
    const response = async () => statusAndCode(await caller.call(grant, { token }));
    expectReply(context, `${SUSPENDED} before the suspension`, await caller.call(grant, { token }), 'passes');
    const before = await entityIds(trial.admin, `${SUSPENDED}_app`);
    const applyChange = async () => {
      await trial.stacks.synth();
      const { changes } = await trial.stacks.apply();
      for (const found of changes.values())
        for (const [address, actions] of found) note(`${address} ${actions.join(' and ')}`);
    };
    trial.partners.change(SUSPENDED, { suspended: trial.asOf });
    await applyChange();
    const refusedAfter = await waitUntil(
      'the suspension to take effect',
      15_000,
      async () => (await response()) === '403 PERMISSION_DENIED',
    );
    note(`refused ${(refusedAfter / 1000).toFixed(1)} s after the apply → ${await response()}`);
    expectReply(context, `${PLAIN} during the suspension`, await caller.call(plain), 'passes');
    const suspended = await entityIds(trial.admin, `${SUSPENDED}_app`);
    expectThat(suspended.consumer === before.consumer, 'the consumer was replaced');
    expectThat(suspended.entries.length === 0, 'ACL entries remain');
    trial.partners.change(SUSPENDED, { suspended: undefined });
    await applyChange();
    const backAfter = await waitUntil('a successful call', 15_000, async () =>
      passed(await caller.call(grant, { token })),
    );
    note(`passes ${(backAfter / 1000).toFixed(1)} s after the suspension was lifted`);
    const after = await entityIds(trial.admin, `${SUSPENDED}_app`);
    expectThat(JSON.stringify(after) === JSON.stringify(before), 'the IDs changed');
    note(`consumer ${after.consumer} and ACL entry ${after.entries.join(', ')} are unchanged`);
  },
};
