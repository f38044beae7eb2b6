import type { StackSummary } from '../desired';
import type { OutputManifest } from './manifest';

/** A rendered file of an output. */
export interface RenderedFile {
  /** Path relative to the output folder. */
  readonly path: string;
  readonly text: string;
}

/** The stacks of a catalog, rendered. */
export interface RenderedOutput {
  /** The file of each stack; can be iterated more than once. */
  readonly files: Iterable<RenderedFile>;
  readonly manifest: Pick<OutputManifest, 'version' | 'stacks'>;
  /** The stacks of the catalog, in the order in which they are applied; available after an iteration over the files. */
  stacks(): readonly StackSummary[];
  /** Stacks with resources outside the catalog, and the number of these resources. */
  readonly outsideCatalog: readonly { readonly stack: string; readonly resources: number }[];
}
