/** The values that a use case takes from the calling process. */
export interface CommandContext {
  /** The folder that paths are relative to, absolute. */
  readonly cwd: string;
  /** Today in UTC, 'YYYY-MM-DD'. */
  readonly today: string;
  /** The catalog folder if the user names none, relative to `cwd`. */
  readonly defaultCatalog: string;
}
