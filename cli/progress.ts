import type { OnProgress } from '../core/model';
import type { Io } from './io';

/** How long a command is silent before a bar appears, in milliseconds. */
const PATIENCE_MS = 1000;
/** A bar is drawn anew at most this often, in milliseconds. */
const PERIOD_MS = 80;
const WIDTH = 30;

/** A bar on standard error for work that takes longer than a second; on a terminal only. */
export class Progress {
  private readonly start: number;
  private last = Number.NEGATIVE_INFINITY;
  private drawn = false;

  constructor(private readonly io: Io) {
    this.start = io.clock();
  }

  /** Tells how much is done, and of what. */
  readonly step: OnProgress = (done, total, label) => {
    const now = this.io.clock();
    if (!this.io.errIsTerminal || now - this.start < PATIENCE_MS || now - this.last < PERIOD_MS) return;
    this.last = now;
    this.drawn = true;
    const full = total === 0 ? WIDTH : Math.min(WIDTH, Math.floor((done / total) * WIDTH));
    this.io.err(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total} ${label}`);
  };

  /** Takes the bar away. */
  end(): void {
    if (this.drawn) this.io.err('\r\u001b[2K');
    this.drawn = false;
  }
}
