import { redact } from '../../model';
import { isErrorLike } from '../../model/wording/thrown';

/** What was thrown, as texts. */
export interface ThrownTexts {
  readonly text: string;
  /** Empty where there is none. */
  readonly stack: string;
}

/** The texts of whatever was thrown: it may be anything, also something that throws when it is looked at. */
export function thrownTexts(thrown: unknown): ThrownTexts {
  try {
    if (!isErrorLike(thrown)) return { text: String(thrown), stack: '' };
    const { message, stack } = thrown;
    return { text: message, stack: typeof stack === 'string' ? stack : '' };
  } catch {
    return { text: 'something that cannot be shown', stack: '' };
  }
}

/** What was thrown, as one line of up to 200 signs that is safe to print: no secrets, no control characters. */
export function thrownWords(thrown: unknown): string {
  return oneLine(thrownTexts(thrown).text);
}

/** The first line of a text, as one that is safe to print. */
export function oneLine(text: string): string {
  const line = redact(text.trim().split('\n')[0] ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '?');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
