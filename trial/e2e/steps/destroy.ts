import type { Entity } from '../gateway-facts';
import { MANAGED_KINDS, managedEntities } from '../leftovers';
import { expectThat, type Step } from './step';

/** Destroys everything that was applied. */
export const destroy: Step = {
  title: 'destroys everything',
  async run({ trial, note }) {
    note(`${await trial.stacks.destroy()} resources destroyed`);
    const remaining: Entity[] = [];
    for (const kind of MANAGED_KINDS) remaining.push(...(await managedEntities(trial.admin, kind)));
    expectThat(
      remaining.length === 0,
      `${remaining.length} entities remain: ${remaining.map(({ id }) => id).join(', ')}`,
    );
    note(`no entities of Gatewright remain: ${MANAGED_KINDS.join(', ')}`);
  },
};
