import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sortedKeys } from '../model/base/sorted-keys';
import { ForeignOutput } from './synthesis-failure';

/** A stack in cdktf's manifest. Further members are preserved. */
interface StackManifest {
  readonly name: string;
  /** Path of the stack's file, relative to the output folder. */
  readonly synthesizedStackPath?: string;
}

/** An environment in the manifest. */
interface EnvironmentManifest {
  /** The as-of date of its stacks, 'YYYY-MM-DD'. */
  readonly asOf: string;
}

/** The manifest of an output folder in cdktf's format. cdktf and its CLI ignore unknown members. */
export interface OutputManifest {
  /** Gatewright's own data; missing in outputs of earlier versions. */
  readonly gatewright?: {
    /** Increases when the layout of the output changes. */
    readonly format: number;
    readonly environments: Readonly<Record<string, EnvironmentManifest>>;
  };
  readonly version: string;
  readonly stacks: Readonly<Record<string, StackManifest>>;
}

export const MANIFEST = 'manifest.json';

/** The layout of outputs of this version. */
const FORMAT = 1;

/** The path of a stack's file, relative to the output folder. */
export function stackFile(stack: string): string {
  return join('stacks', stack, 'cdk.tf.json');
}

/** Whether a name is valid for a stack, which implies that it is a single folder name. */
export function isStackName(name: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(name);
}

/**
 * Reads the manifest of an output folder; undefined if it is missing or unreadable.
 *
 * @throws ForeignOutput if a file of that name is not a list of stacks
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
 * The manifest of an output with new stacks and the previous stacks of environments that were not selected, sorted by name.
 *
 * @param created the new stacks in cdktf's format
 */
export function nextManifest(
  previous: OutputManifest | undefined,
  created: Pick<OutputManifest, 'version' | 'stacks'>,
  { environments, asOf, names }: SynthesisScope,
): OutputManifest {
  const kept = Object.entries(previous?.stacks ?? {}).filter(
    ([stack]) => environments !== undefined && !environments.includes(environmentOf(stack)),
  );
  const keptNames = new Set(kept.map(([stack]) => environmentOf(stack)));
  const keptEnvironments = Object.entries(previous?.gatewright?.environments ?? {}).filter(([name]) =>
    keptNames.has(name),
  );
  return {
    gatewright: {
      format: FORMAT,
      environments: sortedKeys({
        ...Object.fromEntries(keptEnvironments),
        ...Object.fromEntries(names.map((name) => [name, { asOf }])),
      }),
    },
    stacks: sortedKeys({ ...Object.fromEntries(kept), ...created.stacks }),
    version: created.version,
  };
}

/** The environments and the date of a run. */
interface SynthesisScope {
  /** The selected environments; undefined for all. */
  readonly environments?: readonly string[] | undefined;
  /** The as-of date of the new stacks. */
  readonly asOf: string;
  /** The environments with new stacks. */
  readonly names: readonly string[];
}

/** The environment of a stack. Names of environments do not contain underscores. */
export function environmentOf(stack: string): string {
  return stack.replace(/_.*$/s, '');
}

/** The number of an environment's partner shards in a manifest. */
export function shardsIn(manifest: OutputManifest, environment: string): number {
  const prefix = `${environment}_partners_`;
  return Object.keys(manifest.stacks).filter((name) => name.startsWith(prefix)).length;
}
