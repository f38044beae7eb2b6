import { METERED } from '../partners';
import { QUOTA } from '../setup/extra-documents';
import { Caller, expectThat, grantOf, passed, type Step, statusAndCode, waitUntil } from './step';

/** Uses up a quota; then the tier bills calls beyond it instead of refusing them. */
export const overage: Step = {
  title: 'refuses calls beyond the quota of a tier, and no longer does when the tier bills them',
  async run({ trial, note }) {
    const caller = new Caller(trial);
    const grant = grantOf(trial, METERED);
    const token = await caller.token(grant);
    const call = () => caller.call(grant, { token });
    const outcomes: string[] = [];
    for (let sent = 0; sent <= QUOTA.limit; sent += 1) outcomes.push(statusAndCode(await call()));
    note(`${QUOTA.limit} calls in a day are allowed; ${outcomes.length} calls → ${outcomes.join(', ')}`);
    expectThat(outcomes.at(-1) === '429 QUOTA_EXCEEDED', `the last call → ${outcomes.at(-1)}`);
    expectThat(
      outcomes.slice(0, -1).every((outcome) => /^2\d\d$/.test(outcome)),
      'a call within the quota was refused',
    );
    trial.copy.edit('Tier', (document, name) => {
      if (name === QUOTA.name)
        document.set('price', { overage: 'bill', items: { calls: { type: 'calls', flat: '0.01 EUR' } } });
    });
    await trial.stacks.synth();
    const { changes } = await trial.stacks.apply();
    for (const [stack, found] of changes)
      for (const [address, actions] of found) note(`${stack}: ${address} ${actions.join(' and ')}`);
    await waitUntil('a successful call', 15_000, async () => passed(await call()));
    for (let sent = 0; sent < QUOTA.limit; sent += 1) outcomes.push(statusAndCode(await call()));
    note(`with 'overage: bill' → ${outcomes.slice(-QUOTA.limit).join(', ')}`);
    expectThat(
      outcomes.slice(-QUOTA.limit).every((outcome) => /^2\d\d$/.test(outcome)),
      'a billed call was refused',
    );
  },
};
