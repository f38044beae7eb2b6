import { isUtf8 } from 'node:buffer';
import { codePoint } from '../../model/text/characters';
import type { Problem } from './problem';

/** What a file's bytes say as text. With problems the text is for showing only: it must not be parsed. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

// Characters that no YAML file may hold as they are (YAML 1.2, 5.1), and a carriage return that ends a line by itself: editors
// show it as a line end, YAML parsers do not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\r(?!\n)/;

// Characters that make a line read otherwise than it is ("Trojan Source"): a reviewer must see what is merged.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

/** Reads bytes as UTF-8, with or without a byte order mark; everything else is a problem with its place. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Problem(bytes);
  if (utf16) return { text: '', problems: [utf16] };
  // The decoder takes the byte order mark away, as editors do when they count columns.
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!isUtf8(bytes)) return { text, problems: [invalidBytes(bytes, text)] };
  return { text, problems: [...found(text, CONTROL, controlCharacter), ...found(text, DIRECTION, directionCharacter)] };
}

function found(text: string, pattern: RegExp, word: (char: string, at: number) => Problem): readonly Problem[] {
  const at = text.search(pattern);
  return at === -1 ? [] : [word(text.charAt(at), at)];
}

function controlCharacter(char: string, at: number): Problem {
  const message =
    char === '\r'
      ? 'line ends with a carriage return alone; allowed are line feed, and carriage return with line feed'
      : `control character ${codePoint(char)} is not allowed in YAML`;
  const hint = char === '\r' ? 'save the file with line feeds' : 'remove it';
  return { code: 'invalid-character', message, hint, start: at, end: at + 1 };
}

function directionCharacter(char: string, at: number): Problem {
  const message = `invisible character ${codePoint(char)} changes the direction of text, so that the line reads otherwise than it is`;
  return { code: 'invalid-character', message, hint: 'remove it', start: at, end: at + 1 };
}

/** UTF-16 and UTF-32 by their byte order marks, or by a NUL among the first two bytes (YAML files start with ASCII). */
function utf16Problem(bytes: Uint8Array): Problem | undefined {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const unmarked = bytes.length >= 4 && (first === 0) !== (second === 0);
  if (!marked && !unmarked) return undefined;
  return {
    code: 'invalid-encoding',
    message: 'file is not UTF-8 but UTF-16 or UTF-32',
    hint: 'save it as UTF-8',
    start: 0,
    end: 1,
  };
}

/** Place of the first byte that is no UTF-8: the first replacement character that the file does not hold itself. */
function invalidBytes(bytes: Uint8Array, decoded: string): Problem {
  let byte = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let from = 0;
  let at = decoded.indexOf('\ufffd');
  for (; at !== -1; at = decoded.indexOf('\ufffd', at + 1)) {
    byte += Buffer.byteLength(decoded.slice(from, at));
    from = at;
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) break;
  }
  const start = Math.max(at, 0);
  return {
    code: 'invalid-encoding',
    message: `byte 0x${(bytes[byte] ?? 0).toString(16).padStart(2, '0')} is not UTF-8`,
    hint: 'save the file as UTF-8',
    start,
    end: start + 1,
  };
}
