import type { TerraformJson } from '../core/desired';

/** How deep two elements may share a block: below that is a name, and two things of one name want one address. */
const SHARED: Readonly<Record<string, number>> = {
  resource: 1,
  data: 1,
  variable: 0,
  output: 0,
  locals: 0,
  provider: 0,
};

/**
 * Adds what one element writes to the output of its stack. The fragment is used up: its objects become part of the output.
 *
 * @param stack name of the stack, for messages
 * @throws Error when two elements write the same thing: cdktf would mix them
 */
export function mergeFragment(output: Record<string, unknown>, fragment: TerraformJson, stack: string): void {
  for (const [block, content] of Object.entries(fragment)) {
    const old = output[block];
    if (old === undefined) output[block] = content;
    else merge(old, content, [block], SHARED[block] ?? Number.POSITIVE_INFINITY, stack);
  }
}

function merge(old: unknown, added: unknown, path: readonly string[], depth: number, stack: string): void {
  if (old === added) return;
  if (!isObject(old) || !isObject(added) || depth < 0) {
    const address = path[0] === 'resource' ? path.slice(1) : path;
    throw new Error(`'${address.join('.')}' is written twice in stack '${stack}'; give one of them another name`);
  }
  for (const [key, value] of Object.entries(added)) {
    if (old[key] === undefined) old[key] = value;
    else merge(old[key], value, [...path, key], depth - 1, stack);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
