import { statusAndCode } from '../setup/caller';
import { Caller, expectThat, passed, plainGrant, type Step } from './step';

const CALLS = 400;

/** Many concurrent calls share a few connections to the counters. */
export const burst: Step = {
  title: `passes ${CALLS} concurrent calls, without a refusal because counters do not respond in time`,
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
