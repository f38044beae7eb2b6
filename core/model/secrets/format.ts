/** A format by which a secret is recognized from its text alone. */
export interface SecretFormat {
  /** What messages call it: `GitHub token`. */
  readonly what: string;
  /** With the flag g. What it matches is the secret, without what only stands around it. */
  readonly pattern: RegExp;
  /** Texts of which one is part of every match, as it is written: a text without any of them is not searched. */
  readonly traces: readonly string[];
  /** Whether documentation of an API may show one as an example. */
  readonly mayBeExample?: true;
}
