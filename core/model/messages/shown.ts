import type { Json } from '../base/json';

const LONGEST = 60;

/** A value in a message: short, on one line, text in quotes. */
export function shown(value: Json): string {
  if (typeof value === 'string') return `'${cut(oneLine(value))}'`;
  return cut(oneLine(flow(value)));
}

/** A value as YAML on one line: `{ second: 20 }`. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !NOT_TEXT.test(value) ? value : JSON.stringify(value);
}

/** Shortens a text for a message. */
export function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

// Text that YAML reads as text without quotes, even inside brackets. Not complete.
const PLAIN = /^[A-Za-z0-9/.$][A-Za-z0-9 /._@+$%-]*(:[A-Za-z0-9/._@+$%-]+)*$/;
const NOT_TEXT =
  /^(true|false|null|~|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)(e[-+]?[0-9]+)?|0[xo][0-9a-f]+|[-+]?\.(inf|nan)|.* )$/i;

function oneLine(text: string): string {
  // Messages are printed on terminals and must not move the cursor.
  return text
    .slice(0, 200)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '?');
}
