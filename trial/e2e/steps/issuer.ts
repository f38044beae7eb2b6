import { setTimeout as wait } from 'node:timers/promises';
import { Caller, check, during, expectThat, listOf, passed, plainWay, type Step, until, wayName } from './step';

/** The issuer signs with a new key while calls go on, each with a fresh token. */
export const keyRotation: Step = {
  title: "the issuer's key is rotated without a refused call",
  async run({ trial, note }) {
    const caller = new Caller(trial);
    const way = plainWay(trial);
    let kid = '';
    const traffic = await during(
      async () => {
        await wait(1000);
        kid = trial.parts.issuer.rotate();
        await wait(2000);
      },
      async () => caller.call(way, { token: await caller.token(way) }),
    );
    note(
      `${traffic.calls} calls, each with a token of its own, refused: ${listOf(traffic.others)}; the new key is ${kid}`,
    );
    expectThat(traffic.others.size === 0, 'calls were refused');
  },
};

/** Keys that were fetched hold while the issuer is away. */
export const issuerAway: Step = {
  title: 'calls go on while the issuer is away, and new keys are found when it is back',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const way = plainWay(trial);
    const token = await caller.token(way);
    await trial.parts.issuerPart.stop();
    try {
      check(context, `${wayName(way)}, while the issuer is away`, await caller.call(way, { token }), 'passes');
    } finally {
      await trial.parts.issuerPart.resume();
    }
    trial.parts.issuer.rotate();
    const fresh = await caller.token(way);
    const took = await until('a token of the new key that passes', 60_000, async () =>
      passed(await caller.call(way, { token: fresh })),
    );
    note(`a token of a new key passes ${(took / 1000).toFixed(1)} s after the issuer is back`);
  },
};
