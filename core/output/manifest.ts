import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sortedKeys } from '../model/base/sorted-keys';
import { ForeignOutput } from './synthesis-failure';

/** What cdktf's manifest says of a stack; it has more members, which are passed on as they are. */
interface StackManifest {
  readonly name: string;
  /** Where the stack's file is, from the output folder. */
  readonly synthesizedStackPath?: string;
}

/** What the manifest says of an environment. */
interface EnvironmentManifest {
  /** The day for which its stacks were made, 'YYYY-MM-DD'. */
  readonly asOf: string;
}

/** The list of stacks in an output folder, as cdktf and its CLI have it, which pass over what they do not know. */
export interface OutputManifest {
  /** Gatewright's own part; outputs of earlier versions have none. */
  readonly gatewright?: {
    /** Grows when an output is laid out in another way. */
    readonly format: number;
    readonly environments: Readonly<Record<string, EnvironmentManifest>>;
  };
  readonly version: string;
  readonly stacks: Readonly<Record<string, StackManifest>>;
}

export const MANIFEST = 'manifest.json';

/** How outputs of this version are laid out. */
const FORMAT = 1;

/** The file of a stack, from the output folder. */
export function stackFile(stack: string): string {
  return join('stacks', stack, 'cdk.tf.json');
}

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
  const manifest = existsSync(file) ? parseManifest(readFileSync(file, 'utf8')) : undefined;
  if (manifest === undefined) return undefined;
  if (typeof manifest?.stacks !== 'object' || manifest.stacks === null)
    throw new ForeignOutput(`its ${MANIFEST} is not a list of stacks`);
  const { gatewright, stacks } = manifest;
  const isKnown = typeof gatewright?.environments === 'object' && gatewright.environments !== null;
  return { ...(isKnown && { gatewright }), version: String(manifest.version), stacks };
}

function parseManifest(text: string): Partial<OutputManifest> | null | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The manifest of an output with new stacks, and with the previous ones of environments that were not asked for. Sorted, so that the
 * order in which they came is not seen.
 *
 * @param made what cdktf says of the new stacks
 */
export function nextManifest(
  previous: OutputManifest | undefined,
  made: Pick<OutputManifest, 'version' | 'stacks'>,
  { environments, asOf, names }: SynthesisScope,
): OutputManifest {
  const kept = Object.entries(previous?.stacks ?? {}).filter(
    ([stack]) => environments !== undefined && !environments.includes(environmentOf(stack)),
  );
  const keptNames = new Set(kept.map(([stack]) => environmentOf(stack)));
  const days = Object.entries(previous?.gatewright?.environments ?? {}).filter(([name]) => keptNames.has(name));
  return {
    gatewright: {
      format: FORMAT,
      environments: sortedKeys({
        ...Object.fromEntries(days),
        ...Object.fromEntries(names.map((name) => [name, { asOf }])),
      }),
    },
    stacks: sortedKeys({ ...Object.fromEntries(kept), ...made.stacks }),
    version: made.version,
  };
}

/** What a run was asked for. */
interface SynthesisScope {
  /** The environments that were asked for; undefined for all. */
  readonly environments?: readonly string[] | undefined;
  /** The day for which the new stacks were made. */
  readonly asOf: string;
  /** The environments of which there are new stacks. */
  readonly names: readonly string[];
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
