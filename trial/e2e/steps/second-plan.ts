import { expectThat, type Step } from './step';

/** What was applied is what Terraform reads back. */
export const secondPlan: Step = {
  title: 'a second plan is empty',
  async run({ trial, note }) {
    const changes = await trial.stacks.plan();
    const lines = [...changes].flatMap(([stack, found]) =>
      [...found].map(([address, actions]) => `${stack}: ${address} ${actions.join(' and ')}`),
    );
    for (const line of lines) note(line);
    expectThat(lines.length === 0, `${lines.length} resources would change again`);
    note('nothing would change in any stack');
  },
};
