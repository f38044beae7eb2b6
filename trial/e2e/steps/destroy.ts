import type { Entity } from '../gateway-facts';
import { KINDS_MADE, madeByUs } from '../leftovers';
import { expectThat, type Step } from './step';

/** Everything that was made is taken away, and nothing else. */
export const destroy: Step = {
  title: 'destroy leaves nothing behind',
  async run({ trial, note }) {
    note(`${await trial.stacks.destroy()} resources destroyed`);
    const left: Entity[] = [];
    for (const kind of KINDS_MADE) left.push(...(await madeByUs(trial.admin, kind)));
    expectThat(left.length === 0, `${left.length} entities are left: ${left.map(({ id }) => id).join(', ')}`);
    note(`the gateway has no ${KINDS_MADE.join(', ')} of ours`);
  },
};
