import type { TerraformJson } from '../core/desired';

/** The depth to which two elements may share a block. A name at the next level must be unique. */
const SHARED_DEPTH: Readonly<Record<string, number>> = {
  resource: 1,
  data: 1,
  variable: 0,
  output: 0,
  locals: 0,
  provider: 0,
};

/**
 * Merges the output of one element into the output of its stack. Afterwards the fragment's objects belong to the output.
 *
 * @param stack name of the stack, for messages
 * @throws Error if two elements define the same name, which cdktf would merge
 */
export function mergeFragment(output: Record<string, unknown>, fragment: TerraformJson, stack: string): void {
  for (const [block, content] of Object.entries(fragment)) {
    const existing = output[block];
    if (existing === undefined) output[block] = content;
    else merge(existing, content, [block], SHARED_DEPTH[block] ?? Number.POSITIVE_INFINITY, stack);
  }
}

function merge(existing: unknown, added: unknown, path: readonly string[], depth: number, stack: string): void {
  if (existing === added) return;
  if (!isObject(existing) || !isObject(added) || depth < 0) {
    const address = path[0] === 'resource' ? path.slice(1) : path;
    throw new Error(`'${address.join('.')}' is defined twice in stack '${stack}'; rename one of them`);
  }
  for (const [key, value] of Object.entries(added)) {
    if (existing[key] === undefined) existing[key] = value;
    else merge(existing[key], value, [...path, key], depth - 1, stack);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
