import { escapeRegex } from '../text/escape-regex';
import { ADDRESS_FORMATS } from './addresses';
import type { SecretFormat } from './format';
import { isSecretReference, isShortened } from './names';
import { privateKeysIn } from './private-keys';
import { SETTING_FORMATS } from './settings';
import { TOKEN_FORMATS } from './tokens';

/** A part of a text that looks like a secret. Offsets count UTF-16 units from 0; `end` is exclusive. */
export interface SecretSpan {
  /** What it looks like: `private key`. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
  /** Whether it could also be an example in an API's documentation. */
  readonly mayBeExample: boolean;
}

const TEXT_FORMATS: readonly SecretFormat[] = [...ADDRESS_FORMATS, ...SETTING_FORMATS];

// Most texts contain none of these, so nothing more is searched.
const TRACE = traceOf(
  [...TOKEN_FORMATS, ...TEXT_FORMATS],
  ['BEGIN ', 'MI', 'MHcC', 'MC4C', 'LS0tLS1CRUdJTi', 'Private-Lines', 'kty'],
);
const TOKEN_TRACE = traceOf(TOKEN_FORMATS);

// The characters of tokens, at least as many as the shortest one has: only these parts of a text are searched for tokens.
const RUN = /[\w.~+/=:-]{15,}/g;

/** What is considered a secret. */
export interface SecretOptions {
  /**
   * Whether a part of a secret is one too: messages shorten long values, so `…` does not mark an example in them.
   * @default false
   */
  readonly withShortened?: boolean;
}

/** Everything in a text that looks like a secret, in time proportional to the text. */
export function secretsIn(text: string, { withShortened = false }: SecretOptions = {}): readonly SecretSpan[] {
  if (!TRACE.test(text)) return [];
  const found = (formats: readonly SecretFormat[], part: string, offset: number) =>
    spansOf(formats, part, offset, withShortened);
  const spans: SecretSpan[] = privateKeysIn(text, withShortened).map((span) => ({ ...span, mayBeExample: false }));
  if (TOKEN_TRACE.test(text)) {
    for (const { index, 0: run } of text.matchAll(RUN)) {
      if (TOKEN_TRACE.test(run)) spans.push(...found(TOKEN_FORMATS, run, index));
    }
  }
  spans.push(...found(TEXT_FORMATS, text, 0));
  return spans.sort((a, b) => a.start - b.start);
}

function spansOf(
  formats: readonly SecretFormat[],
  text: string,
  offset: number,
  withShortened: boolean,
): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { what, pattern, traces, mayBeExample = false } of formats) {
    if (!traces.some((trace) => text.includes(trace))) continue;
    for (const { index: start, 0: match } of text.matchAll(pattern)) {
      const end = start + match.length;
      if (isDummy(match)) continue;
      if (mayBeExample && isPlaceholderInAddress(match)) continue;
      if (mayBeExample && !withShortened && isShortened(text.slice(start, end + 3))) continue;
      spans.push({ what, start: offset + start, end: offset + end, mayBeExample });
    }
  }
  return spans;
}

function traceOf(formats: readonly SecretFormat[], more: readonly string[] = []): RegExp {
  const traces = new Set([...formats.flatMap((format) => format.traces), ...more]);
  return new RegExp([...traces].map(escapeRegex).join('|'));
}

/** Whether a token is a placeholder: `AKIAXXXXXXXXXXXXXXXX`, or AWS's own `AKIAIOSFODNN7EXAMPLE`. */
function isDummy(found: string): boolean {
  return found.includes('EXAMPLE') || /(.)\1{9}/.test(found);
}

/** Whether a URL has a variable or a placeholder in place of its password. */
function isPlaceholderInAddress(found: string): boolean {
  const password = /^[^/]*:\/\/[^:]*:(.*)@$/.exec(found)?.[1];
  return password !== undefined && (isSecretReference(password) || /^(?:\*+|[xX]{3,}|[A-Z_]{3,})$/.test(password));
}
