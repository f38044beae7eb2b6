import { comparePositions } from '../model';
import type { Found } from './check';

/**
 * Findings of one check, with those of equal message and hint joined into one: they have one cause. It is at the first of their
 * positions, in the order of files, and has the others as `related`.
 *
 * @param counted what a joined message adds in brackets
 */
export function joinEqual(findings: readonly Found[], counted: (count: number) => string): readonly Found[] {
  const groups = new Map<string, Found[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.message, finding.hint]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => joined(group, counted));
}

function joined(group: readonly Found[], counted: (count: number) => string): Found {
  const [first, ...others] = group.toSorted((a, b) => comparePositions(a.at, b.at)) as [Found, ...Found[]];
  if (others.length === 0) return first;
  return { ...first, message: `${first.message} (${counted(group.length)})`, related: others.map(({ at }) => at) };
}
