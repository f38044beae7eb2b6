import { SUSPENDED } from '../partners';
import { entityIds } from './entity-ids';
import { Caller, callDuring, describeFailures, expectReply, expectThat, grantOf, type Step } from './step';

const NEW_NAME = 'app-two';

/** Renames an application during calls, and then restores its name. */
export const rename: Step = {
  title: 'keeps the consumer, the credentials and the rights of an application when it is renamed',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = grantOf(trial, SUSPENDED);
    const token = await caller.token(grant);
    expectReply(context, `${SUSPENDED}_app before the rename`, await caller.call(grant, { token }), 'passes');
    const before = await entityIds(trial.admin, `${SUSPENDED}_app`);
    const renameTo = async (application: string | undefined, username: string) => {
      trial.partners.change(SUSPENDED, { application });
      await trial.stacks.synth();
      const { changes } = await trial.stacks.apply();
      const lines = [...changes.values()].flatMap((found) =>
        [...found].map(([address, actions]) => `${address} ${actions.join(' and ')}`),
      );
      for (const line of lines) note(line);
      expectThat(lines.length === 1 && lines[0]?.endsWith(' update') === true, 'more than the consumer changed');
      const after = await entityIds(trial.admin, username);
      expectThat(JSON.stringify(after) === JSON.stringify(before), `${username} has different IDs`);
      note(`${username} is consumer ${after.consumer}`);
    };
    const traffic = await callDuring(
      async () => {
        await renameTo(NEW_NAME, `${SUSPENDED}_${NEW_NAME}`);
        await renameTo(undefined, `${SUSPENDED}_app`);
      },
      () => caller.call(grant, { token }),
    );
    note(`${traffic.calls} calls during the renames, failures: ${describeFailures(traffic.failures)}`);
    expectThat(traffic.failures.size === 0, 'calls failed during the renames');
  },
};
