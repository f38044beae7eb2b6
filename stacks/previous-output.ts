import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What cdktf's manifest says of a stack; it has more members, which are passed on as they are. */
interface StackManifest {
  readonly name: string;
}

/** The list of stacks in an output folder, as cdktf and its CLI have it. */
export interface OutputManifest {
  readonly version: string;
  readonly stacks: Readonly<Record<string, StackManifest>>;
}

export const MANIFEST = 'manifest.json';

/** Names that stacks of ours have. Whatever else a manifest names is left alone. */
const STACK_NAME = /^[a-z][a-z0-9-]*(_[a-z0-9-]+)+$/;

/** The manifest of an output folder; undefined where there is none that can be read. */
export function readManifest(outFolder: string): OutputManifest | undefined {
  const file = join(outFolder, MANIFEST);
  if (!existsSync(file)) return undefined;
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    return isManifest(manifest) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is OutputManifest {
  const stacks = (value as Partial<OutputManifest> | null)?.stacks;
  return typeof stacks === 'object' && stacks !== null && Object.keys(stacks).every((name) => STACK_NAME.test(name));
}

/** The environment of a stack: no environment has an underscore in its name. */
export function environmentOf(stack: string): string {
  return stack.slice(0, stack.indexOf('_'));
}

/** How many shards of partners an environment has in a manifest. */
export function shardsIn(manifest: OutputManifest, environment: string): number {
  const prefix = `${environment}_partners_`;
  return Object.keys(manifest.stacks).filter((name) => name.startsWith(prefix)).length;
}
