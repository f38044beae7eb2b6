import { lineAt } from './indentation';
import type { Problem } from './problem';

/** Lines after which a quote that is still open was rather forgotten than wrapped. */
const MOST_WRAPPED = 5;

/**
 * A quote that opens at `start` and is not closed where the parser needs it to be: it was forgotten, or the text goes on in lines
 * that are not indented enough.
 *
 * @param stopped where the parser gave up
 */
export function openQuote(text: string, start: number, stopped: number): Problem {
  return unindentedText(text, start, stopped) ?? notClosed(start);
}

function notClosed(start: number): Problem {
  return {
    code: 'yaml-syntax',
    message: 'quote that opens here is not closed',
    hint: 'close it with the same quote at the end of the value',
    start,
    end: start + 1,
  };
}

/** Quoted text whose next lines hold nothing that looks like an entry before the quote that closes it. */
function unindentedText(text: string, start: number, stopped: number): Problem | undefined {
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

function unindented(text: string, opening: number, at: number): Problem {
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
