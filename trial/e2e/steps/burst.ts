import { statusAndCode } from '../setup/caller';
import { Caller, expectThat, passed, plainGrant, type Step } from './step';

const CALLS = 400;

/** Counters are asked for many calls at once, on few connections. */
export const burst: Step = {
  title: `${CALLS} calls in flight together pass: none is refused because the counters did not answer in time`,
  async run({ trial, note }) {
    const caller = new Caller(trial);
    const grant = plainGrant(trial);
    const token = await caller.token(grant);
    const replies = await Promise.all(Array.from({ length: CALLS }, () => caller.call(grant, { token })));
    const refused = replies.filter((reply) => !passed(reply)).map(statusAndCode);
    note(`${replies.length - refused.length} passed`);
    expectThat(refused.length === 0, `${refused.length} calls were refused: ${[...new Set(refused)].join(', ')}`);
  },
};
