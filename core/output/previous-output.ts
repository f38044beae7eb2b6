import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignOutput } from './synthesis-failure';

/** What cdktf's manifest says of a stack; it has more members, which are passed on as they are. */
interface StackManifest {
  readonly name: string;
  /** Where the stack's file is, from the output folder. */
  readonly synthesizedStackPath?: string;
}

/** The list of stacks in an output folder, as cdktf and its CLI have it. */
export interface OutputManifest {
  readonly version: string;
  readonly stacks: Readonly<Record<string, StackManifest>>;
}

export const MANIFEST = 'manifest.json';

/** Whether a name is one that our stacks have: it is one folder. */
export function isStackName(name: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(name);
}

/**
 * The manifest of an output folder; undefined where there is none that can be read.
 *
 * @throws ForeignOutput when it is no list of stacks, but something else of that name
 */
export function readManifest(outFolder: string): OutputManifest | undefined {
  const file = join(outFolder, MANIFEST);
  const manifest = existsSync(file) ? parsed(readFileSync(file, 'utf8')) : undefined;
  if (manifest === undefined) return undefined;
  if (typeof manifest?.stacks !== 'object' || manifest.stacks === null)
    throw new ForeignOutput(`its ${MANIFEST} is not a list of stacks`);
  return { version: String(manifest.version), stacks: manifest.stacks };
}

function parsed(text: string): Partial<OutputManifest> | null | undefined {
  try {
    return JSON.parse(text);
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
