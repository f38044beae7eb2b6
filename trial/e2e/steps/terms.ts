import { addToDay } from '../../../core/model';
import { INFORMED } from '../partners';
import { CHANGED } from '../setup/extra-documents';
import type { Applied } from '../setup/stacks';
import { Caller, expectThat, grantOf, type Step, waitUntil } from './step';

/** The limit of the second version of the terms, which is better for everybody, so that it needs no notice. */
const BETTER = CHANGED.limit * 2;

/** Seals two versions of the terms of a tier, and crosses the day on which the second one takes effect. */
export const terms: Step = {
  title: 'enforces the terms of a tier that are in force, before and after the effective day of a new version',
  async run({ trial, note }) {
    const caller = new Caller(trial);
    const grant = grantOf(trial, INFORMED);
    const token = await caller.token(grant);
    const limit = async () => (await caller.call(grant, { token })).headers['ratelimit-limit'];
    const setTier = (change: Readonly<Record<string, unknown>>) =>
      trial.copy.edit('Tier', (document, name) => {
        if (name === CHANGED.name) for (const [field, value] of Object.entries(change)) document.set(field, value);
      });
    const seal = async (effective: string) => {
      const days = ['--announced', '2026-01-01', '--effective', effective];
      const { status, output } = await trial.stacks.command('seal', CHANGED.name, ...days);
      expectThat(status === 0, output);
      for (const line of output.trim().split('\n')) note(line);
    };
    const applyAsOf = async (day: string): Promise<Applied> => {
      await trial.stacks.synth(day);
      return trial.stacks.apply();
    };
    const tomorrow = addToDay(trial.asOf, '1 day');
    setTier({ status: 'active' });
    await seal('2026-01-01');
    setTier({ version: '1.1.0', limits: { [CHANGED.window]: BETTER } });
    await seal(tomorrow);
    await applyAsOf(trial.asOf);
    const before = await limit();
    note(`as of ${trial.asOf}: ratelimit-limit ${before}`);
    expectThat(before === String(CHANGED.limit), `ratelimit-limit is ${before}, not ${CHANGED.limit}`);
    const { changes } = await applyAsOf(tomorrow);
    for (const [stack, found] of changes) note(`${stack}: ${[...found.keys()].join(', ')}`);
    await waitUntil('the new limit', 15_000, async () => (await limit()) === String(BETTER));
    note(`as of ${tomorrow}: ratelimit-limit ${await limit()}`);
    expectThat((await trial.stacks.plan()).size === 0, 'a second plan has changes');
    await applyAsOf(trial.asOf);
    await waitUntil('the earlier limit', 15_000, async () => (await limit()) === String(CHANGED.limit));
  },
};
