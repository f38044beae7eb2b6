import { setTimeout as wait } from 'node:timers/promises';
import { windowPart } from '../../../core/model';
import { LIMITED } from '../partners';
import { FEW } from '../setup/extra-documents';
import type { Grant } from '../setup/grant';
import { Caller, expectThat, grantOf, type Step, type StepContext, statusAndCode } from './step';

/** How many calls each partner sends: more than it may. */
const SENT = FEW.limit + 30;

/** Two partners at the edge of their limit at the same time, all calls in flight together. */
export const tierLimit: Step = {
  title: `a tier's limit is exact, for two partners at once and with ${SENT} calls of each in flight together`,
  async run(context) {
    const { trial, note } = context;
    await roomInHour(note);
    const caller = new Caller(trial);
    const grants = LIMITED.map((name) => grantOf(trial, name));
    const results = await Promise.all(grants.map((grant) => burst(caller, grant)));
    for (const [index, outcomes] of results.entries()) {
      const passed = outcomes.filter((outcome) => /^2\d\d$/.test(outcome)).length;
      const code = windowPart(FEW.window) === 'quota' ? '429 QUOTA_EXCEEDED' : '429 TOO_MANY_REQUESTS';
      const refused = outcomes.filter((outcome) => outcome === code).length;
      note(`${LIMITED[index]}: ${passed} of ${SENT} calls passed, ${refused} were refused with ${code}`);
      expectThat(passed === FEW.limit, `${passed} calls passed where ${FEW.limit} are allowed`);
      expectThat(refused === SENT - FEW.limit, `answers were ${[...new Set(outcomes)].join(', ')}`);
    }
    await refusal(context, caller, grants[0] as Grant);
  },
};

async function burst(caller: Caller, grant: Grant): Promise<readonly string[]> {
  const token = await caller.token(grant);
  return Promise.all(Array.from({ length: SENT }, () => caller.call(grant, { token }).then(statusAndCode)));
}

/** A refusal says when to come back. */
async function refusal({ note }: StepContext, caller: Caller, grant: Grant): Promise<void> {
  const { status, headers } = await caller.call(grant);
  expectThat(status === 429, `the next call was answered with ${status}`);
  const told = Object.entries(headers).filter(([name]) => /ratelimit|retry-after/.test(name));
  for (const [name, value] of told) note(`${name}: ${value}`);
  const retry = Number(headers['retry-after']);
  expectThat(retry > 0 && retry <= 3600, `retry-after is '${headers['retry-after']}'`);
  expectThat(headers['ratelimit-limit'] === String(FEW.limit), `ratelimit-limit is '${headers['ratelimit-limit']}'`);
  expectThat(headers['ratelimit-remaining'] === '0', `ratelimit-remaining is '${headers['ratelimit-remaining']}'`);
}

/** The windows are those of the clock: near the end of one, the next would begin in the middle of the step. */
async function roomInHour(note: (line: string) => void): Promise<void> {
  const left = 3_600_000 - (Date.now() % 3_600_000);
  if (left > 60_000) return;
  note(`the hour ends in ${Math.round(left / 1000)} s; waiting for the next one`);
  await wait(left + 500);
}
