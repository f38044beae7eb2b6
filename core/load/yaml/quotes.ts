import { lineAt } from './indentation';
import type { TextProblem } from './text-problem';

/** After this many lines, an open quote was probably forgotten and not wrapped. */
const MOST_WRAPPED = 5;

/**
 * A quote that opens at `start` and is not closed: it was forgotten, or the text continues on lines that are not indented enough.
 *
 * @param stopped the offset at which the parser stopped
 */
export function openQuote(text: string, start: number, stopped: number): TextProblem {
  return unindentedText(text, start, stopped) ?? notClosed(start);
}

function notClosed(start: number): TextProblem {
  return {
    code: 'yaml-syntax',
    message: 'quote is not closed',
    hint: 'close it with the same quote at the end of the value',
    start,
    end: start + 1,
  };
}

/** Quoted text that continues on lines without indentation, up to its closing quote. */
function unindentedText(text: string, start: number, stopped: number): TextProblem | undefined {
  const quote = text.charAt(start);
  const next = text.indexOf('\n', Math.max(start, stopped - 2)) + 1;
  if (next === 0) return undefined;
  let from = next;
  for (let count = 0; count < MOST_WRAPPED && from < text.length; count += 1) {
    const line = lineAt(text, from).text;
    if (/^ *(?:- |---|["']?[\w$-]+["']?:(?:\s|$))/.test(line)) return undefined;
    if (line.includes(quote)) return unindented(text, start, next);
    from += line.length + 1;
  }
  return undefined;
}

function unindented(text: string, opening: number, at: number): TextProblem {
  const [indent = ''] = /^[ ]*/.exec(lineAt(text, opening).text) ?? [];
  const line = lineAt(text, at);
  return {
    code: 'yaml-indentation',
    message: 'quoted text continues on a line that is not indented',
    hint: `indent the line by ${indent.length + 2} spaces`,
    start: at,
    end: line.start + line.text.trimEnd().length,
  };
}
