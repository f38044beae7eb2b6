import type { OnProgress } from '../core/model';
import type { Io } from './io';

/** How long a command runs before the bar appears, in milliseconds. */
const DELAY_MS = 1000;
/** The shortest time between two redraws of the bar, in milliseconds. */
const REDRAW_INTERVAL_MS = 80;
const WIDTH = 30;

/** A progress bar on standard error for work that takes longer than a second; only on a terminal. */
export class Progress {
  private readonly start: number;
  private last = Number.NEGATIVE_INFINITY;
  private isDrawn = false;

  constructor(private readonly io: Io) {
    this.start = io.clock();
  }

  /** Draws the current progress. */
  readonly step: OnProgress = (done, total, label) => {
    const now = this.io.clock();
    if (!this.io.errIsTerminal || now - this.start < DELAY_MS || now - this.last < REDRAW_INTERVAL_MS) return;
    this.last = now;
    this.isDrawn = true;
    const full = total === 0 ? WIDTH : Math.min(WIDTH, Math.floor((done / total) * WIDTH));
    this.io.err(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total} ${label}`);
  };

  /** Removes the bar. */
  end(): void {
    if (this.isDrawn) this.io.err('\r\u001b[2K');
    this.isDrawn = false;
  }
}
