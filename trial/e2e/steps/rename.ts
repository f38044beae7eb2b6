import { SUSPENDED } from '../partners';
import { entityIds } from './entity-ids';
import { Caller, callDuring, describeFailures, expectReply, expectThat, grantOf, type Step } from './step';

const NEW_NAME = 'app-two';

/** An application gets another name while it calls, and its first one back. */
export const rename: Step = {
  title: 'an application that is renamed keeps its consumer, its credentials and its rights',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = grantOf(trial, SUSPENDED);
    const token = await caller.token(grant);
    expectReply(context, `${SUSPENDED}_app before`, await caller.call(grant, { token }), 'passes');
    const before = await entityIds(trial.admin, `${SUSPENDED}_app`);
    const renamed = async (application: string | undefined, username: string) => {
      trial.partners.change(SUSPENDED, { application });
      await trial.stacks.synth();
      const { changes } = await trial.stacks.apply();
      const lines = [...changes.values()].flatMap((found) =>
        [...found].map(([address, actions]) => `${address} ${actions.join(' and ')}`),
      );
      for (const line of lines) note(line);
      expectThat(lines.length === 1 && lines[0]?.endsWith(' update') === true, 'more than the consumer was changed');
      const after = await entityIds(trial.admin, username);
      expectThat(JSON.stringify(after) === JSON.stringify(before), `${username} has other ids`);
      note(`${username} is consumer ${after.consumer}`);
    };
    const traffic = await callDuring(
      async () => {
        await renamed(NEW_NAME, `${SUSPENDED}_${NEW_NAME}`);
        await renamed(undefined, `${SUSPENDED}_app`);
      },
      () => caller.call(grant, { token }),
    );
    note(`${traffic.calls} calls meanwhile, refused: ${describeFailures(traffic.failures)}`);
    expectThat(traffic.failures.size === 0, 'calls were refused while the application was renamed');
  },
};
