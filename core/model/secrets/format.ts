/** A format by which a secret is recognized from its text alone. */
export interface SecretFormat {
  /** Its name in messages: `GitHub token`. */
  readonly what: string;
  /** With the flag g. It matches the secret only, without its surroundings. */
  readonly pattern: RegExp;
  /** Every match contains one of these texts literally, so that a text without any of them is not searched. */
  readonly traces: readonly string[];
  /** Whether the documentation of an API may contain one as an example. */
  readonly mayBeExample?: true;
}
