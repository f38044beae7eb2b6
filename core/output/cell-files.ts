import {
  type CellOutline,
  documentFiles,
  fillCell,
  renderCell,
  STATE_FOLDER,
  type StackOptions,
  type StackSummary,
  selectCells,
  stackSummary,
} from '../desired';
import { type OutputManifest, stackFile } from './manifest';
import type { RenderedFile, RenderedOutput } from './rendered-file';

/**
 * The stacks of a catalog, rendered from their cells without cdktf, one after the other as the files are taken: of a large programme
 * only one stack is in memory at a time.
 *
 * @throws Error when an environment does not exist, or the list of environments is empty; taking a file throws when its stack cannot be written
 */
export function cellOutput(options: StackOptions): RenderedOutput {
  const { catalog, stateFolder = STATE_FOLDER, onProgress } = options;
  const outlines = selectCells(options);
  const fileOf = documentFiles(catalog);
  const stacks = new Map<string, StackSummary>();
  function* files(): Iterable<RenderedFile> {
    for (const [index, outline] of outlines.entries()) {
      const cell = fillCell(outline);
      stacks.set(outline.name, stackSummary(outline, cell.entities.length));
      yield { path: stackFile(outline.name), text: renderCell(cell, { stateFolder, fileOf }) };
      onProgress?.(index + 1, outlines.length, `stacks written: ${outline.name}`);
    }
  }
  return {
    files: { [Symbol.iterator]: () => files()[Symbol.iterator]() },
    manifest: manifestOf(outlines),
    stacks: () => [...stacks.values()],
    outsideCatalog: [],
  };
}

/** The manifest as cdktf writes it for the same stacks, for its CLI. */
function manifestOf(outlines: readonly CellOutline[]): Pick<OutputManifest, 'version' | 'stacks'> {
  const { version }: { readonly version: string } = require('cdktf/package.json');
  const stacks = outlines.map(({ name, after }) => [
    name,
    {
      annotations: [],
      constructPath: name,
      dependencies: after,
      name,
      stackMetadataPath: `stacks/${name}/metadata.json`,
      synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
      workingDirectory: `stacks/${name}`,
    },
  ]);
  return { version, stacks: Object.fromEntries(stacks) };
}
