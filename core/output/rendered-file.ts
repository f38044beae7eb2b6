/** A file of an output, as text that is ready to be written. */
export interface RenderedFile {
  /** Path from the output folder. */
  readonly path: string;
  readonly text: string;
}
