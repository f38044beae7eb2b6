import {
  type CellOutline,
  cellOutlines,
  chosenEnvironments,
  documentFiles,
  fillCell,
  renderCell,
  STATE_FOLDER,
  type StackSummary,
  stackSummary,
} from '../desired';
import type { Catalog, OnProgress } from '../model';
import { type OutputManifest, stackFile } from './manifest';
import type { RenderedFile, RenderedOutput } from './rendered-file';

export interface CellOptions {
  /** A catalog in which the check found no error. */
  readonly catalog: Catalog;
  /** The day for which it is read, 'YYYY-MM-DD' in UTC. */
  readonly asOf: string;
  /**
   * Names of the environments whose stacks are made.
   * @default all
   */
  readonly environments?: readonly string[] | undefined;
  /**
   * Folder for local state, relative to the folder of a stack.
   * @default STATE_FOLDER
   */
  readonly stateFolder?: string | undefined;
  /**
   * Called when a stack is rendered: how many are, of how many, and which.
   * @default progress is not reported
   */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * The stacks of a catalog, rendered from their cells without cdktf, one after the other as the files are taken: of a large programme
 * only one stack is in memory at a time.
 *
 * @throws Error when an environment does not exist; taking a file throws when its stack cannot be written
 */
export function cellOutput(options: CellOptions): RenderedOutput {
  const { catalog, asOf, environments, stateFolder = STATE_FOLDER, onProgress } = options;
  const outlines = chosenEnvironments(catalog, environments).flatMap((environment) =>
    cellOutlines(catalog, environment, asOf),
  );
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
    byHand: [],
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
