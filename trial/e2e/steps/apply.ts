import { Caller, expectReply, grantName, passed, plainGrant, type Step, waitUntil } from './step';

/** Applies the catalog, and waits until calls pass. */
export const apply: Step = {
  title: 'checks, synthesizes and applies the sandbox',
  essential: true,
  async run(context) {
    const { trial, note } = context;
    note((await trial.stacks.synth()).trim());
    const started = Date.now();
    const { changes } = await trial.stacks.apply();
    const count = [...changes.values()].reduce((sum, { size }) => sum + size, 0);
    note(`${count} resources in ${changes.size} stacks, ${((Date.now() - started) / 1000).toFixed(1)} s`);
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    const took = await waitUntil('the first successful call', 20_000, async () =>
      passed(await caller.call(grant, { token })),
    );
    note(`calls pass ${(took / 1000).toFixed(1)} s after the apply`);
    expectReply(context, grantName(grant), await caller.call(grant), 'passes');
  },
};
