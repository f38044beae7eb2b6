import { fstatSync, writeSync } from 'node:fs';
import type { Answer } from '../answer';
import { stringify } from './stringify';

const DESCRIPTOR = 3;

/** The way back to the process that asked. It takes one answer. */
export class Channel {
  private used = false;
  private readonly identity = identityOf(DESCRIPTOR);

  constructor(private readonly token: string) {}

  /** Whether the answer was given, or cannot be given any more. */
  get isUsed(): boolean {
    return this.used;
  }

  answer(content: Omit<Answer, 'token'>): void {
    if (this.used) return;
    this.used = true;
    // The program may have closed the descriptor, and opened a file of its own that got the same number.
    if (identityOf(DESCRIPTOR) !== this.identity) return;
    const bytes = Buffer.from(stringify({ token: this.token, ...content }));
    for (let start = 0; start < bytes.length; ) start += writeSync(DESCRIPTOR, bytes, start);
  }
}

function identityOf(descriptor: number): string | undefined {
  try {
    const { dev, ino } = fstatSync(descriptor);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
