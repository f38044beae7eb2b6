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
 * Renders the stacks of a catalog from their cells, without cdktf. Stacks are rendered while the caller iterates over the files, so that
 * only one stack at a time is in memory.
 *
 * @throws Error if an environment does not exist, or the list of environments is empty; the iteration throws if a stack is not valid
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

/** The manifest that cdktf would write for the same stacks; its CLI reads it. */
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
