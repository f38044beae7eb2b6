import { resolve } from 'node:path';
import { type StackSummary, stateFolderOf } from '../desired';
import { type Finding, sortFindings } from '../model';
import type { CdktfOptions } from './cdktf-files';
import { cellOutput } from './cell-files';
import { isGatewrightStack, refuseForeign } from './foreign-output';
import { MANIFEST, nextManifest, type OutputManifest, stackFile } from './manifest';
import { movedApis } from './moved-apis';
import { withPrivateFolder } from './private-folder';
import { realFolder } from './real-folder';
import type { RenderedFile, RenderedOutput } from './rendered-file';
import { type NextOutput, replaceOutput } from './replace-output';
import { shardsChanged } from './shards-changed';

export interface SynthesizeOptions extends CdktfOptions {
  /**
   * What makes the files, which have the same bytes either way: the entities of the desired state, or the constructs, which cost
   * the time and the memory of cdktf.
   * @default 'entities', and 'constructs' where stacks are added by hand
   */
  readonly from?: 'entities' | 'constructs' | undefined;
}

/** What was written. */
export interface SynthesisResult {
  /** The stacks that the catalog makes, in the order in which they are applied. */
  readonly stacks: readonly StackSummary[];
  /** Names of stacks that the previous output had and that are no longer there, sorted. What they hold stays on the gateway. */
  readonly removed: readonly string[];
  /** Stacks with resources that were made by hand, and how many: no check, review or drift report knows them. */
  readonly outsideCatalog: readonly { readonly stack: string; readonly resources: number }[];
  readonly warnings: readonly Finding[];
}

/**
 * Makes the stacks of a catalog and replaces the output folder by one with `stacks/<stack>/cdk.tf.json` and the manifest that lists
 * them. Stacks that are no longer made vanish; where only some environments are asked for, those of the others stay, and so does every
 * file that is not ours. On any error the output folder is as it was. Of several runs into one folder the last one wins as a whole.
 *
 * @param outFolder the output folder; it need not exist
 * @throws Error when a stack cannot be made or written, when stacks are added to entities, or when the folder is the output of another project
 */
export function synthesizeTo(outFolder: string, options: SynthesizeOptions): SynthesisResult {
  const { stateFolder = stateFolderOf(resolve(outFolder)) } = options;
  const folder = realFolder(resolve(outFolder));
  const place = { folder, stateFolder: resolve(folder, 'stacks', 'any', stateFolder) };
  return withPrivateFolder(place, (run) => {
    const output = render(run.folder, { ...options, stateFolder });
    return replaceOutput(folder, run, (previous): NextOutput<SynthesisResult> => {
      refuseForeign(folder, previous, Object.keys(output.manifest.stacks));
      const environments = environmentsIn(options);
      const names = environments.map(({ name }) => name);
      const manifest = nextManifest(previous, output.manifest, { ...options, names });
      const removed = removedFrom(previous, manifest);
      const warnings = sortFindings([
        ...shardsChanged(environments, previous),
        ...movedApis(options.catalog, environments, folder, previous),
      ]);
      return {
        files: withManifest(output.files, manifest),
        dropped: removed.filter((name) => isGatewrightStack(folder, name)).map(stackFile),
        result: () => ({ stacks: output.stacks(), removed, outsideCatalog: output.outsideCatalog, warnings }),
      };
    });
  });
}

function render(scratch: string, options: SynthesizeOptions): RenderedOutput {
  const { addStacks, from = addStacks ? 'constructs' : 'entities' } = options;
  if (from === 'entities') {
    if (addStacks)
      throw new Error("addStacks adds constructs, which `from: 'entities'` does not make; leave `from` out");
    return cellOutput(options);
  }
  // Loaded here: nothing else needs cdktf and the bindings, which take a moment.
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

function environmentsIn({ catalog, environments }: SynthesizeOptions) {
  return [...catalog.environments.values()].filter(({ name }) => environments?.includes(name) ?? true);
}
