/** What a use case needs to know about the calling process. */
export interface CommandContext {
  /** The folder that paths start from, absolute. */
  readonly cwd: string;
  /** Today in UTC, 'YYYY-MM-DD'. */
  readonly today: string;
  /** The catalog's folder if none is named, relative to `cwd`. */
  readonly defaultCatalog: string;
}
