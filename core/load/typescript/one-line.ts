import { redact } from '../../model/secrets';

/** The first line of a text, as up to 200 characters that are safe to print: no secrets, no control characters. */
export function oneLine(text: string): string {
  const line = redact(text.trim().split('\n')[0] ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '?');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
