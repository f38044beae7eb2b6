/** The stacks of a previous output, by environment. Checks compare them with the catalog. */
export type PreviousOutput = Readonly<Record<string, PreviousEnvironment>>;

export interface PreviousEnvironment {
  /** The number of partner shards; 0 if there are none. */
  readonly shards: number;
  /** The stack of each API, by the name of the API: `sandbox_apis_identity`. */
  readonly apis: Readonly<Record<string, string>>;
}
