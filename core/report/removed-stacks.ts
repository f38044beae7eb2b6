import { printable } from './without-secrets';

/**
 * Reports stacks that are no longer in the output: one line each, and two lines on how to destroy them. `terraform destroy` needs
 * the file of the stack, which only an earlier revision of the catalog can produce. Empty if there are none.
 *
 * @param removed names of the stacks
 * @param out the output folder as the user named it
 */
export function describeRemovedStacks(removed: readonly string[], out: string): string {
  const [first, ...more] = removed;
  if (first === undefined) return '';
  const folder = `${out}/stacks/${more.length === 0 ? first : 'STACK'}`;
  const them = more.length === 0 ? 'it' : 'them';
  const lines = [
    ...removed.map(
      (stack) => `stack ${stack} is no longer in the output; its entities stay on the gateway until you destroy them`,
    ),
    `       to destroy ${them}: check out the last revision of the catalog with ${them}, run synth into '${out}',`,
    `       run 'terraform -chdir=${folder} init' and 'terraform -chdir=${folder} destroy', then run synth on the current catalog`,
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}
