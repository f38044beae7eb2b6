import { isUtf8 } from 'node:buffer';
import { codePoint } from '../../model/text/characters';
import type { TextProblem } from './text-problem';

/** The text of a file. If there are problems, it must only be shown, not parsed. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly TextProblem[];
}

// Characters that a YAML file must not contain (YAML 1.2, 5.1), and a carriage return without line feed, which editors show as a
// line end but YAML parsers do not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\r(?!\n)/;

// Characters that change the order in which a line is shown ("Trojan Source"): a reviewer must see what is merged.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

/** Decodes UTF-8, with or without a byte order mark. Anything else is a problem. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Problem(bytes);
  if (utf16) return { text: '', problems: [utf16] };
  // The decoder removes the byte order mark, which editors do not count as a column.
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!isUtf8(bytes)) return { text, problems: [invalidBytes(bytes, text)] };
  return { text, problems: [...found(text, CONTROL, controlCharacter), ...found(text, DIRECTION, directionCharacter)] };
}

function found(
  text: string,
  pattern: RegExp,
  describe: (char: string, at: number) => TextProblem,
): readonly TextProblem[] {
  const at = text.search(pattern);
  return at === -1 ? [] : [describe(text.charAt(at), at)];
}

function controlCharacter(char: string, at: number): TextProblem {
  const message =
    char === '\r'
      ? 'line ends with a carriage return; line feed, or carriage return and line feed, are allowed'
      : `control character ${codePoint(char)} is not allowed in YAML`;
  const hint = char === '\r' ? 'save the file with line feeds' : 'remove it';
  return { code: 'invalid-character', message, hint, start: at, end: at + 1 };
}

function directionCharacter(char: string, at: number): TextProblem {
  const message = `invisible character ${codePoint(char)} changes the direction of text, so the line is not shown as it is`;
  return { code: 'invalid-character', message, hint: 'remove it', start: at, end: at + 1 };
}

/** UTF-16 and UTF-32 by their byte order marks, or by a NUL among the first two bytes (YAML files start with ASCII). */
function utf16Problem(bytes: Uint8Array): TextProblem | undefined {
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

/** The first byte that is not UTF-8: at the first replacement character that is not in the file itself. */
function invalidBytes(bytes: Uint8Array, decoded: string): TextProblem {
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
