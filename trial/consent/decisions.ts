/** CAMARA's reasons why a consent is not valid. */
export const REASONS = ['PENDING', 'REQUESTED', 'DENIED', 'EXPIRED', 'OBJECTED'] as const;

export type Reason = (typeof REASONS)[number];

/** The decisions of users, by subject and purpose. A user without a decision has consented, to keep trials simple. */
export class Decisions {
  readonly #reasons = new Map<string, Reason>();

  /** Why the consent is not valid; undefined if it is valid. */
  refusalReason(subject: string, purpose: string): Reason | undefined {
    return this.#reasons.get(key(subject, purpose));
  }

  /** @param reason undefined makes the consent valid */
  decide(subject: string, purpose: string, reason: Reason | undefined): void {
    if (reason === undefined) this.#reasons.delete(key(subject, purpose));
    else this.#reasons.set(key(subject, purpose), reason);
  }

  clear(): void {
    this.#reasons.clear();
  }
}

function key(subject: string, purpose: string): string {
  return JSON.stringify([subject, purpose]);
}
