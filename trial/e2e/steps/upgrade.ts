import { AT_THE_EDGE, PLAIN, UPGRADED } from '../partners';
import { MANY } from '../setup/extra-documents';
import { Caller, during, expectThat, listOf, outcomeOf, type Step, type Traffic, until, wayOf } from './step';

/** A partner moves to a better tier while it calls. */
export const upgrade: Step = {
  title: 'an upgrade takes effect without a refused call, and touches nobody else',
  async run({ trial, note }) {
    const caller = new Caller(trial);
    const [upgraded, plain] = [wayOf(trial, UPGRADED), wayOf(trial, PLAIN)];
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
      note(`${planned} of ${trial.stacks.groups().flat().length} stacks were planned`);
      expectThat(planned === 1, `${planned} stacks were planned for a change of one partner`);
      expectThat(
        lines.length === 1 && lines[0]?.includes(UPGRADED) === true,
        'more than the entry of the partner changed',
      );
      const took = await until('the new limit', 15_000, async () => (await limit()) !== before);
      note(`ratelimit-limit ${before} → ${await limit()}, ${(took / 1000).toFixed(1)} s after the apply`);
    };
    let others: Traffic | undefined;
    const traffic = await during(
      async () => {
        others = await during(act, () => caller.call(plain, { token: plainToken }));
      },
      () => caller.call(upgraded, { token }),
    );
    note(`${UPGRADED}: ${traffic.calls} calls meanwhile, refused: ${listOf(traffic.others)}`);
    note(`${PLAIN}: ${others?.calls} calls meanwhile, refused: ${listOf(others?.others ?? new Map())}`);
    expectThat(traffic.others.size === 0 && others?.others.size === 0, 'calls were refused during the upgrade');
    expectThat((await limit()) === String(MANY.limit), `ratelimit-limit is ${await limit()}`);
    const used = wayOf(trial, AT_THE_EDGE[0]);
    const outcome = outcomeOf(await caller.call(used));
    note(`${AT_THE_EDGE[0]}, whose limit is used up → ${outcome}`);
    expectThat(outcome.startsWith('429'), 'the upgrade gave somebody else new calls');
  },
};
