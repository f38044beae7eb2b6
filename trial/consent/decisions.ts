/** Why a consent does not hold, as CAMARA words it. */
export const REASONS = ['PENDING', 'REQUESTED', 'DENIED', 'EXPIRED', 'OBJECTED'] as const;

export type Reason = (typeof REASONS)[number];

/** What users decided, by subject and purpose. Who never decided has agreed: this is for trying things out. */
export class Decisions {
  readonly #reasons = new Map<string, Reason>();

  /** Why the consent does not hold; undefined where it does. */
  refusalReason(subject: string, purpose: string): Reason | undefined {
    return this.#reasons.get(key(subject, purpose));
  }

  /** @param reason undefined: the consent holds from now on */
  decide(subject: string, purpose: string, reason: Reason | undefined): void {
    if (reason === undefined) this.#reasons.delete(key(subject, purpose));
    else this.#reasons.set(key(subject, purpose), reason);
  }

  forget(): void {
    this.#reasons.clear();
  }
}

function key(subject: string, purpose: string): string {
  return JSON.stringify([subject, purpose]);
}
