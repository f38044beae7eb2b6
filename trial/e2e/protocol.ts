/** How a step ended. */
export type Outcome = 'ok' | 'failed' | 'skipped';

/** Prints what a run does, as it does it, and keeps count. */
export class Protocol {
  readonly #counts: Record<Outcome, number> = { ok: 0, failed: 0, skipped: 0 };
  #started = 0;

  /** @param print takes whole lines */
  constructor(private readonly print: (line: string) => void) {}

  /** A line beside the steps. */
  say(line: string): void {
    this.print(line);
  }

  /** What a step found or did; printed below its title. */
  note(line: string): void {
    for (const each of line.split('\n')) this.print(`     ${each}`);
  }

  /** A step begins. */
  begin(title: string): void {
    this.#started += 1;
    this.print(`${String(this.#started).padStart(3)}  ${title}`);
  }

  /** A step ends. */
  end(outcome: Outcome, tookMs: number, reason?: string): void {
    this.#counts[outcome] += 1;
    const took = outcome === 'skipped' ? '' : ` (${(tookMs / 1000).toFixed(1)} s)`;
    this.note(`${outcome}${took}${reason === undefined ? '' : `: ${reason}`}`);
  }

  /** The line that closes a run. */
  summary(): string {
    const { ok, failed, skipped } = this.#counts;
    return `${ok} passed, ${failed} failed, ${skipped} skipped`;
  }

  get failed(): boolean {
    return this.#counts.failed > 0;
  }
}
