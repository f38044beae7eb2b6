import { fstatSync, writeSync } from 'node:fs';
import type { Answer } from '../answer';
import { stringify } from './stringify';

const DESCRIPTOR = 3;

/** Returns one answer to the parent process. */
export class Channel {
  private used = false;
  private readonly identity = identityOf(DESCRIPTOR);

  constructor(private readonly token: string) {}

  /** Whether the answer was sent, or can no longer be sent. */
  get isUsed(): boolean {
    return this.used;
  }

  answer(content: Omit<Answer, 'token'>): void {
    if (this.used) return;
    this.used = true;
    // The program may have closed the descriptor and opened another file, which got the same number.
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
