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

/** A name that is one folder. Whatever else a manifest names is none of ours and is left alone. */
const STACK_NAME = /^[A-Za-z0-9_-]+$/;

/** The manifest of an output folder; undefined where there is none that can be read. */
export function readManifest(outFolder: string): OutputManifest | undefined {
  const file = join(outFolder, MANIFEST);
  if (!existsSync(file)) return undefined;
  try {
    const manifest: Partial<OutputManifest> | null = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof manifest?.stacks !== 'object' || manifest.stacks === null) return undefined;
    const stacks = Object.entries(manifest.stacks).filter(([name]) => STACK_NAME.test(name));
    return { version: String(manifest.version), stacks: Object.fromEntries(stacks) };
  } catch {
    return undefined;
  }
}

/** The environment of a stack: no environment has an underscore in its name. */
export function environmentOf(stack: string): string {
  return stack.replace(/_.*$/s, '');
}

/** How many shards of partners an environment has in a manifest. */
export function shardsIn(manifest: OutputManifest, environment: string): number {
  const prefix = `${environment}_partners_`;
  return Object.keys(manifest.stacks).filter((name) => name.startsWith(prefix)).length;
}
