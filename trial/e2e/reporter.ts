/** How a step ended. */
export type Outcome = 'ok' | 'failed' | 'skipped';

/** Prints the progress of a run, and counts the outcomes of its steps. */
export class Reporter {
  readonly #counts: Record<Outcome, number> = { ok: 0, failed: 0, skipped: 0 };
  #started = 0;

  /** @param write receives whole lines */
  constructor(private readonly write: (line: string) => void) {}

  /** Prints a line that belongs to no step. */
  print(line: string): void {
    this.write(line);
  }

  /** Prints what a step found or did below its title. */
  note(line: string): void {
    for (const each of line.split('\n')) this.write(`     ${each}`);
  }

  /** Prints the number and the title of a step. */
  beginStep(title: string): void {
    this.#started += 1;
    this.write(`${String(this.#started).padStart(3)}  ${title}`);
  }

  /** Prints and counts the outcome of a step. */
  endStep(outcome: Outcome, durationMs: number, reason?: string): void {
    this.#counts[outcome] += 1;
    const duration = outcome === 'skipped' ? '' : ` (${(durationMs / 1000).toFixed(1)} s)`;
    this.note(`${outcome}${duration}${reason === undefined ? '' : `: ${reason}`}`);
  }

  /** The last line of a run. */
  summary(): string {
    const { ok, failed, skipped } = this.#counts;
    return `${ok} passed, ${failed} failed, ${skipped} skipped`;
  }

  get failed(): boolean {
    return this.#counts.failed > 0;
  }
}
