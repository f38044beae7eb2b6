import { expectThat, type Step } from './step';

/** Terraform reads back exactly what it applied. */
export const secondPlan: Step = {
  title: 'plans no changes a second time',
  async run({ trial, note }) {
    const changes = await trial.stacks.plan();
    const lines = [...changes].flatMap(([stack, found]) =>
      [...found].map(([address, actions]) => `${stack}: ${address} ${actions.join(' and ')}`),
    );
    for (const line of lines) note(line);
    expectThat(lines.length === 0, `${lines.length} resources would change again`);
    note('no changes in any stack');
  },
};
