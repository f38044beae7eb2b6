import type { Environment } from '../../model';
import type { Entity } from '../entity';
import type { Reference } from '../reference';
import type { FileOf } from './comment';
import { frame } from './frame';
import { type TerraformJson, terraformFile } from './json';
import { requireValidStack, resourcesOf } from './resources';

/** A cell, or one of its intermediate states. */
export interface RenderedCell {
  /** Name of the stack. */
  readonly name: string;
  readonly environment: Environment;
  readonly entities: readonly Entity[];
}

export interface RenderOptions {
  /** Folder of local state, relative to the stack's folder. */
  readonly stateFolder: string;
  /** Finds the file of a document, for comments. */
  readonly fileOf: FileOf;
}

/**
 * Renders the file of a cell's stack without cdktf, with the same bytes as the stack of constructs.
 *
 * @throws Error that lists every invalid resource
 */
export function renderCell(cell: RenderedCell, { fileOf, stateFolder }: RenderOptions): string {
  const references = new Set<Reference>();
  const resource = resourcesOf(cell.entities, {
    fileOf,
    onReference: (reference) => references.add(reference),
  });
  const json: TerraformJson = {
    ...frame({ environment: cell.environment, stack: cell.name, stateFolder }),
    ...(cell.entities.length > 0 && { resource }),
  };
  requireValidStack(cell.name, json, references);
  return terraformFile(json);
}
