import type { Entity } from '../gateway-facts';
import { MANAGED_KINDS, managedEntities } from '../leftovers';
import { expectThat, type Step } from './step';

/** Everything that was made is taken away, and nothing else. */
export const destroy: Step = {
  title: 'destroy leaves nothing behind',
  async run({ trial, note }) {
    note(`${await trial.stacks.destroy()} resources destroyed`);
    const left: Entity[] = [];
    for (const kind of MANAGED_KINDS) left.push(...(await managedEntities(trial.admin, kind)));
    expectThat(left.length === 0, `${left.length} entities are left: ${left.map(({ id }) => id).join(', ')}`);
    note(`the gateway has no ${MANAGED_KINDS.join(', ')} of ours`);
  },
};
