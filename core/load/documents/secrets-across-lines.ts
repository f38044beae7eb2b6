import { isSecretReference, namesSecret, secretsIn } from '../../model/secrets';
import type { Span } from '../yaml/lines';

// Both match only at the beginning of a run of blanks, which keeps the search linear.
const BREAK = /(?<![ \t\r])[ \t\r]*\n[ \t]*/g;
const END_OF_VALUE = /(?<!["'\s},])["'\s},]*$/;

/**
 * Secrets with a known format that continue after a line break. The break is a mistake, and the parts do not have the format of a
 * secret.
 */
export function secretsAcrossLines(text: string): readonly Span[] {
  const breaks = [...text.matchAll(BREAK)];
  if (breaks.length === 0) return [];
  // Where the pieces of the joined text begin in the original.
  const pieces: { readonly joined: number; readonly original: number }[] = [{ joined: 0, original: 0 }];
  let joined = '';
  let at = 0;
  for (const { index, 0: gap } of breaks) {
    joined += text.slice(at, index);
    at = index + gap.length;
    pieces.push({ joined: joined.length, original: at });
  }
  joined += text.slice(at);
  let piece = 0;
  const original = (offset: number) => {
    while ((pieces[piece + 1]?.joined ?? Number.POSITIVE_INFINITY) <= offset) piece += 1;
    while (piece > 0 && (pieces[piece]?.joined ?? 0) > offset) piece -= 1;
    const { joined: from, original: to } = pieces[piece] ?? { joined: 0, original: 0 };
    return to + offset - from;
  };
  return secretsIn(joined).map(({ start, end }) => ({ start: original(start), end: original(end - 1) + 1 }));
}

/**
 * Values of keys that name a secret, in a text that is not valid YAML: all lines that are indented deeper than the key, and everything
 * up to the closing quote if there is an opening one. The parser may have misread the second half of the value.
 */
export function valuesAcrossLines(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let hiding: { readonly indent: number; readonly quote: string | undefined } | undefined;
  for (const line of text.split('\n')) {
    const indent = line.search(/[^\s-]/);
    const quoted = hiding?.quote;
    const closed = quoted === undefined ? -1 : line.indexOf(quoted);
    if (quoted !== undefined) {
      spans.push({ start, end: start + (closed === -1 ? line.length : closed + 1) });
      if (closed !== -1 && hiding) hiding = { indent: hiding.indent, quote: undefined };
    } else if (hiding && (indent === -1 || indent > hiding.indent)) {
      spans.push({ start, end: start + line.length });
    } else {
      hiding = openedIn(line, indent);
    }
    start += line.length + 1;
  }
  return spans;
}

/** The value of a secret that begins on a line and may continue on the next. */
function openedIn(
  line: string,
  indent: number,
): { readonly indent: number; readonly quote: string | undefined } | undefined {
  let opened: { readonly indent: number; readonly quote: string | undefined } | undefined;
  for (const { index, 0: key, 1: name = '' } of line.matchAll(/["']?([A-Za-z0-9_.-]{1,100})["']?[ \t]{0,20}[:=]/g)) {
    if (!namesSecret(name)) continue;
    const value = line.slice(index + key.length).trim();
    // An API names its token policy, and a reference contains no secret.
    if (isSecretReference(bare(value)) || (/token$/i.test(name) && isName(value))) continue;
    const quote = /^["']/.exec(value)?.[0];
    opened = { indent, quote: quote !== undefined && !value.slice(1).includes(quote) ? quote : undefined };
  }
  return opened;
}

/** A value without quotes, and without the closing bracket of its map. */
function bare(value: string): string {
  return value.replace(END_OF_VALUE, '').replace(/^["']/, '');
}

function isName(value: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*[\s},]/.test(`${value} `);
}
