/** What a use case has to know of the process that asks for it. */
export interface Surroundings {
  /** The folder that paths start from, absolute. */
  readonly cwd: string;
  /** Today in UTC, 'YYYY-MM-DD'. */
  readonly today: string;
  /** The folder of the catalog where none is named, from `cwd`. */
  readonly usualCatalog: string;
}
