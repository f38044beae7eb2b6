import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type IStackSynthesizer, type TerraformStack } from 'cdktf';
import { GatewayStack } from '../../constructs';
import { type BuildOptions, buildStacks } from '../../stacks';
import type { OnProgress } from '../model';
import { MANIFEST, stackFile } from './manifest';
import type { RenderedFile, RenderedOutput } from './rendered-file';

export interface CdktfOptions extends BuildOptions {
  /**
   * Called after each stack is created, and again after it is rendered, with the number done, the total, and the stack.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
  /**
   * Adds stacks outside the catalog.
   * @default none
   */
  readonly addStacks?: ((app: App) => void) | undefined;
}

/**
 * Renders the stacks of a catalog with cdktf, which writes them to a temporary folder.
 *
 * @param scratch parent of that folder; the files are read from it on demand
 * @throws Error if a stack cannot be created or rendered
 */
export function cdktfOutput(scratch: string, options: CdktfOptions): RenderedOutput {
  const folder = join(scratch, 'cdktf');
  mkdirSync(folder);
  const app = new App({ outdir: folder, stackTraces: false });
  const stacks = buildStacks(app, options);
  options.addStacks?.(app);
  const created = app.node.findAll().filter((node): node is TerraformStack => GatewayStack.isStack(node));
  for (const stack of created)
    if (!(stack instanceof GatewayStack)) stack.addOverride('//.gatewright.outsideCatalog', true);
  reportProgress(created, options.onProgress);
  app.synth();
  const paths = created.map(({ node }) => stackFile(node.id));
  const read = (path: string): RenderedFile => ({ path, text: readFileSync(join(folder, path), 'utf8') });
  return {
    files: {
      *[Symbol.iterator]() {
        for (const path of paths) yield read(path);
      },
    },
    manifest: JSON.parse(read(MANIFEST).text),
    stacks: () => stacks,
    outsideCatalog: outsideCatalog(created),
  };
}

function reportProgress(stacks: readonly TerraformStack[], onProgress: CdktfOptions['onProgress']): void {
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

function outsideCatalog(stacks: readonly TerraformStack[]): RenderedOutput['outsideCatalog'] {
  return stacks
    .map((stack) => ({
      stack: stack.node.id,
      resources: stack instanceof GatewayStack ? stack.resourcesOutsideCatalog : 1,
    }))
    .filter(({ resources }) => resources > 0);
}
