import { setTimeout as wait } from 'node:timers/promises';
import {
  Caller,
  callDuring,
  describeFailures,
  expectReply,
  expectThat,
  grantName,
  passed,
  plainGrant,
  type Step,
  waitUntil,
} from './step';

/** Rotates the issuer's key during calls, each with a new token. */
export const keyRotation: Step = {
  title: "accepts all calls while the issuer's key is rotated",
  async run({ trial, note }) {
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    let kid = '';
    const traffic = await callDuring(
      async () => {
        await wait(1000);
        kid = trial.components.issuer.rotate();
        await wait(2000);
      },
      async () => caller.call(grant, { token: await caller.token(grant) }),
    );
    note(
      `${traffic.calls} calls, each with a new token, failures: ${describeFailures(traffic.failures)}; the new key is ${kid}`,
    );
    expectThat(traffic.failures.size === 0, 'calls failed');
  },
};

/** The gateway keeps fetched keys while the issuer is unavailable. */
export const issuerUnavailable: Step = {
  title: 'accepts calls while the issuer is unavailable, and finds new keys when it is back',
  async run(context) {
    const { trial, note } = context;
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    await trial.components.issuerServer.stop();
    try {
      expectReply(
        context,
        `${grantName(grant)}, while the issuer is unavailable`,
        await caller.call(grant, { token }),
        'passes',
      );
    } finally {
      await trial.components.issuerServer.resume();
    }
    trial.components.issuer.rotate();
    const fresh = await caller.token(grant);
    const took = await waitUntil('a successful call with a token of the new key', 60_000, async () =>
      passed(await caller.call(grant, { token: fresh })),
    );
    note(`a token of a new key passes ${(took / 1000).toFixed(1)} s after the issuer is back`);
  },
};
