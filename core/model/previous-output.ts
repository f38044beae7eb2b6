/** What an output has for each environment, by name: what a change of the catalog would replace. */
export type PreviousOutput = Readonly<Record<string, PreviousEnvironment>>;

export interface PreviousEnvironment {
  /** The number of stacks for partners; 0 if there are none. */
  readonly shards: number;
  /** The stack of each API, by the API's name: `sandbox_apis_identity`. */
  readonly apis: Readonly<Record<string, string>>;
}
