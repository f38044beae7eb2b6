import { resolve } from 'node:path';
import { type StackSummary, stateFolderOf } from '../desired';
import type { PreviousOutput } from '../model';
import type { CdktfOptions } from './cdktf-files';
import { cellOutput } from './cell-files';
import { isGatewrightStack, rejectForeign } from './foreign-output';
import { MANIFEST, nextManifest, type OutputManifest, stackFile } from './manifest';
import { previousOutput } from './previous-output';
import { withPrivateFolder } from './private-folder';
import { realFolder } from './real-folder';
import type { RenderedFile, RenderedOutput } from './rendered-file';
import { type NextOutput, replaceOutput } from './replace-output';

export interface SynthesizeOptions extends CdktfOptions {
  /**
   * The source of the files, which have the same bytes either way: the entities of the desired state, or the constructs, which need
   * cdktf's time and memory.
   * @default 'entities', or 'constructs' if `addStacks` is given
   */
  readonly from?: 'entities' | 'constructs' | undefined;
}

/** The result of a synthesis. */
export interface SynthesisResult {
  /** The stacks of the catalog, in the order in which they are applied. */
  readonly stacks: readonly StackSummary[];
  /** Sorted names of stacks that only the previous output had. Their entities remain on the gateway. */
  readonly removed: readonly string[];
  /** Stacks with resources outside the catalog, and the number of these resources; no check, review or drift report covers them. */
  readonly outsideCatalog: readonly { readonly stack: string; readonly resources: number }[];
  /** What the replaced output had for the environments that were made. */
  readonly previous: PreviousOutput;
}

/**
 * Renders the stacks of a catalog and replaces the output folder with one that contains `stacks/<stack>/cdk.tf.json` and the manifest.
 * Stacks that no longer exist are removed. Stacks of environments that are not selected and files that Gatewright did not create are
 * kept. On any error the output folder is unchanged. If several runs write to one folder, the last one wins as a whole.
 *
 * @param outFolder the output folder; it need not exist
 * @throws Error if a stack cannot be created or written, `addStacks` is combined with `from: 'entities'`, or the folder is the output of
 *   another project
 */
export function synthesizeTo(outFolder: string, options: SynthesizeOptions): SynthesisResult {
  const { stateFolder = stateFolderOf(resolve(outFolder)) } = options;
  const folder = realFolder(resolve(outFolder));
  const place = { folder, stateFolder: resolve(folder, 'stacks', 'any', stateFolder) };
  return withPrivateFolder(place, (run) => {
    const output = render(run.folder, { ...options, stateFolder });
    return replaceOutput(folder, run, (previous): NextOutput<SynthesisResult> => {
      rejectForeign(folder, previous, Object.keys(output.manifest.stacks));
      const names = environmentNames(options);
      const manifest = nextManifest(previous, output.manifest, { ...options, names });
      const removed = removedFrom(previous, manifest);
      const before = previousOutput(folder, previous, names);
      return {
        files: withManifest(output.files, manifest),
        dropped: removed.filter((name) => isGatewrightStack(folder, name)).map(stackFile),
        result: () => ({ stacks: output.stacks(), removed, outsideCatalog: output.outsideCatalog, previous: before }),
      };
    });
  });
}

function render(scratch: string, options: SynthesizeOptions): RenderedOutput {
  const { addStacks, from = addStacks ? 'constructs' : 'entities' } = options;
  if (from === 'entities') {
    if (addStacks) throw new Error("addStacks adds constructs, which `from: 'entities'` does not support; omit `from`");
    return cellOutput(options);
  }
  // Loaded lazily: only this needs cdktf and the bindings, which are slow to load.
  const { cdktfOutput } = require('./cdktf-files') as typeof import('./cdktf-files');
  return cdktfOutput(scratch, options);
}

function* withManifest(files: Iterable<RenderedFile>, manifest: OutputManifest): Iterable<RenderedFile> {
  yield* files;
  yield { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

function removedFrom(previous: OutputManifest | undefined, next: OutputManifest): readonly string[] {
  return Object.keys(previous?.stacks ?? {})
    .filter((name) => !Object.hasOwn(next.stacks, name))
    .sort();
}

function environmentNames({ catalog, environments }: SynthesizeOptions): readonly string[] {
  return [...catalog.environments.keys()].filter((name) => environments?.includes(name) ?? true);
}
