import { setTimeout as wait } from 'node:timers/promises';
import { windowField } from '../../../core/model';
import { LIMITED } from '../partners';
import { FEW } from '../setup/extra-documents';
import type { Grant } from '../setup/grant';
import { Caller, expectThat, grantOf, type Step, type StepContext, statusAndCode } from './step';

/** Calls that each partner sends, more than its limit. */
const SENT = FEW.limit + 30;

/** Two partners reach their limits at the same time, with all calls sent concurrently. */
export const tierLimit: Step = {
  title: `enforces the limit of a tier exactly, for two partners with ${SENT} concurrent calls each`,
  async run(context) {
    const { trial, note } = context;
    await waitForRoomInHour(note);
    const caller = new Caller(trial);
    const grants = LIMITED.map((name) => grantOf(trial, name));
    const results = await Promise.all(grants.map((grant) => burst(caller, grant)));
    for (const [index, outcomes] of results.entries()) {
      const passed = outcomes.filter((outcome) => /^2\d\d$/.test(outcome)).length;
      const code = windowField(FEW.window) === 'quota' ? '429 QUOTA_EXCEEDED' : '429 TOO_MANY_REQUESTS';
      const refused = outcomes.filter((outcome) => outcome === code).length;
      note(`${LIMITED[index]}: ${passed} of ${SENT} calls passed, ${refused} were refused with ${code}`);
      expectThat(passed === FEW.limit, `${passed} calls passed, the limit is ${FEW.limit}`);
      expectThat(refused === SENT - FEW.limit, `responses were ${[...new Set(outcomes)].join(', ')}`);
    }
    await expectRefusal(context, caller, grants[0] as Grant);
  },
};

async function burst(caller: Caller, grant: Grant): Promise<readonly string[]> {
  const token = await caller.token(grant);
  return Promise.all(Array.from({ length: SENT }, () => caller.call(grant, { token }).then(statusAndCode)));
}

/** A refusal has a `retry-after` header. */
async function expectRefusal({ note }: StepContext, caller: Caller, grant: Grant): Promise<void> {
  const { status, headers } = await caller.call(grant);
  expectThat(status === 429, `the response to the next call was ${status}`);
  const limitHeaders = Object.entries(headers).filter(([name]) => /ratelimit|retry-after/.test(name));
  for (const [name, value] of limitHeaders) note(`${name}: ${value}`);
  const retry = Number(headers['retry-after']);
  expectThat(retry > 0 && retry <= 3600, `retry-after is '${headers['retry-after']}'`);
  expectThat(headers['ratelimit-limit'] === String(FEW.limit), `ratelimit-limit is '${headers['ratelimit-limit']}'`);
  expectThat(headers['ratelimit-remaining'] === '0', `ratelimit-remaining is '${headers['ratelimit-remaining']}'`);
}

/** Windows are clock hours: near the end of one, wait for the next, so that it does not start during the step. */
async function waitForRoomInHour(note: (line: string) => void): Promise<void> {
  const remainingMs = 3_600_000 - (Date.now() % 3_600_000);
  if (remainingMs > 60_000) return;
  note(`the hour ends in ${Math.round(remainingMs / 1000)} s; waiting for the next one`);
  await wait(remainingMs + 500);
}
