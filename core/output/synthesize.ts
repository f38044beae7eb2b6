/**
 * Writes the output folder. cdktf writes each stack into the folder as it goes, so an error in the last stack would leave a
 * mixture of old and new; therefore stacks, alone among the parts that make Terraform, touch the file system: everything is
 * written beside the output folder and moved into it when all of it is there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, type IStackSynthesizer, type TerraformStack } from 'cdktf';
import { GatewayStack } from '../../constructs';
import { type BuildOptions, buildStacks, type StackSummary, stateFolderOf } from '../../stacks';
import type { OnProgress } from '../model';
import { type Diagnostic, sortDiagnostics } from '../model';
import { movedApis } from './moved-apis';
import { isOurs, refuseForeign, removeIfEmpty, stackFile } from './ours';
import { environmentOf, MANIFEST, type OutputManifest, readManifest } from './previous-output';
import { shardsChanged } from './shards-changed';
import { withStaging } from './staging';
import { Swap } from './swap';

export interface SynthesizeOptions extends BuildOptions {
  /**
   * Called when a stack is made, and again when it is written: how many are, of how many, and which.
   * @default nobody is told
   */
  readonly onProgress?: OnProgress | undefined;
  /**
   * Adds stacks that are made by hand.
   * @default none
   */
  readonly addStacks?: ((app: App) => void) | undefined;
}

/** What was written. */
export interface SynthesisResult {
  /** The stacks that the catalog makes, in the order in which they are applied. */
  readonly stacks: readonly StackSummary[];
  /** Names of stacks that the previous output had and that are no longer there, sorted. What they hold stays on the gateway. */
  readonly removed: readonly string[];
  /** Stacks with resources that were made by hand, and how many: no check, review or drift report knows them. */
  readonly byHand: readonly { readonly stack: string; readonly resources: number }[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Makes the stacks of a catalog and writes them into `<outFolder>/stacks`, with the manifest that lists them. Stacks that are
 * no longer made vanish; where only some environments are asked for, those of the others stay. On any error the output
 * folder is as it was. Nothing is taken away but files that carry our remark. A signal that asks the process to end takes
 * effect when the output is whole.
 *
 * @param outFolder the output folder; it need not exist
 * @throws Error when a stack cannot be made or written, or when the folder is the output of another project
 */
export function synthesizeTo(outFolder: string, options: SynthesizeOptions): SynthesisResult {
  const folder = resolve(outFolder);
  return withStaging(folder, (staging) => {
    const previous = readManifest(folder);
    const app = new App({ outdir: staging, stackTraces: false });
    const stacks = buildStacks(app, { stateFolder: stateFolderOf(folder), ...options });
    options.addStacks?.(app);
    const made = stacksOf(app);
    const names = made.map(({ node }) => node.id);
    refuseForeign(folder, previous, names);
    for (const stack of made) if (!(stack instanceof GatewayStack)) stack.addOverride('//.gatewright.byHand', true);
    reportProgress(made, options.onProgress);
    app.synth();
    const kept = options.environments ? stacksOfOthers(previous, options.environments) : {};
    const manifest = mergedManifest(staging, kept);
    writeFileSync(join(staging, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    const environments = environmentsIn(options);
    const warnings = sortDiagnostics([
      ...shardsChanged(environments, previous),
      ...movedApis(options.catalog, environments, folder, previous),
    ]);
    const removed = Object.keys(previous?.stacks ?? {})
      .filter((name) => !Object.hasOwn(manifest.stacks, name))
      .sort();
    const gone = removed.filter((name) => isOurs(folder, name));
    new Swap(folder, staging).run([...names.map(stackFile), MANIFEST], gone.map(stackFile));
    for (const name of gone) removeIfEmpty(folder, name);
    return { stacks, removed, byHand: byHand(made), warnings };
  });
}

function stacksOf(app: App): readonly TerraformStack[] {
  return app.node.findAll().filter((node): node is TerraformStack => GatewayStack.isStack(node));
}

function reportProgress(stacks: readonly TerraformStack[], onProgress: SynthesizeOptions['onProgress']): void {
  if (!onProgress) return;
  let done = 0;
  for (const stack of stacks) {
    const { synthesizer } = stack;
    const reporting: IStackSynthesizer = {
      synthesize: (session) => {
        synthesizer.synthesize(session);
        done += 1;
        onProgress(done, stacks.length, `stacks written: ${stack.node.id}`);
      },
    };
    stack.synthesizer = reporting;
  }
}

function stacksOfOthers(
  previous: OutputManifest | undefined,
  environments: readonly string[],
): OutputManifest['stacks'] {
  const others = Object.entries(previous?.stacks ?? {}).filter(([name]) => !environments.includes(environmentOf(name)));
  return Object.fromEntries(others);
}

/** The manifest that cdktf wrote, and the stacks that stay; sorted, so that the order in which they came is not seen. */
function mergedManifest(staging: string, kept: OutputManifest['stacks']): OutputManifest {
  const written: OutputManifest = JSON.parse(readFileSync(join(staging, MANIFEST), 'utf8'));
  const stacks = Object.entries({ ...kept, ...written.stacks }).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...written, stacks: Object.fromEntries(stacks) };
}

function environmentsIn({ catalog, environments }: BuildOptions) {
  return [...catalog.environments.values()].filter(({ name }) => environments?.includes(name) ?? true);
}

function byHand(stacks: readonly TerraformStack[]): SynthesisResult['byHand'] {
  return stacks
    .map((stack) => ({ stack: stack.node.id, resources: stack instanceof GatewayStack ? stack.resourcesByHand : 1 }))
    .filter(({ resources }) => resources > 0);
}
