import { printable } from './without-secrets';

/**
 * What it means that stacks are no longer made: a line for each, and two on what to do. Destroying needs the file of the stack, which
 * only the catalog can make that still had it. Empty where there are none.
 *
 * @param removed names of the stacks
 * @param out the output folder as it was given
 */
export function describeRemovedStacks(removed: readonly string[], out: string): string {
  const [first, ...more] = removed;
  if (first === undefined) return '';
  const folder = `${out}/stacks/${more.length === 0 ? first : 'STACK'}`;
  const them = more.length === 0 ? 'it' : 'them';
  const lines = [
    ...removed.map(
      (stack) => `stack ${stack} is no longer made; what it holds stays on the gateway until it is destroyed`,
    ),
    `       to destroy ${them}: check out the last revision of the catalog that has ${them}, synthesize it into '${out}',`,
    `       run 'terraform -chdir=${folder} init' and 'terraform -chdir=${folder} destroy', and synthesize today's catalog again`,
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}
