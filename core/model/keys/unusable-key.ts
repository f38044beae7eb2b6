/** What makes a key unusable: also the code of its finding. */
export type KeyProblem = 'private-key' | 'unusable-key' | 'weak-key' | 'key-algorithm';

/** A key that cannot be used. No part of the key is in the message. */
export interface UnusableKey {
  readonly ok: false;
  readonly code: KeyProblem;
  /** What is wrong, to be put behind the key's name: 'is a private key'. */
  readonly message: string;
  readonly hint: string;
}

/** A key that cannot be used, and why. */
export function unusable(code: KeyProblem, message: string, hint: string): UnusableKey {
  return { ok: false, code, message, hint };
}
