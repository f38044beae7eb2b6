import type { StackSummary } from '../desired';
import type { OutputManifest } from './manifest';

/** A file of an output, as text that is ready to be written. */
export interface RenderedFile {
  /** Path from the output folder. */
  readonly path: string;
  readonly text: string;
}

/** The stacks of a catalog, rendered. */
export interface RenderedOutput {
  /** The file of each stack; may be taken more than once. */
  readonly files: Iterable<RenderedFile>;
  readonly manifest: Pick<OutputManifest, 'version' | 'stacks'>;
  /** The stacks that the catalog makes, in the order in which they are applied; known when the files have been taken. */
  stacks(): readonly StackSummary[];
  /** Stacks with resources that were made by hand, and how many. */
  readonly outsideCatalog: readonly { readonly stack: string; readonly resources: number }[];
}
