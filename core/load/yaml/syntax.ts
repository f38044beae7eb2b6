import type { Document } from 'yaml';
import { lineAt, tooFarRight, wrongColumn } from './indentation';
import { Openings } from './openings';
import type { Problem } from './problem';
import { openQuote } from './quotes';
import { OTHER_WORDS, type ParserError, SYNTAX_WORDS, type SyntaxCode, type SyntaxWords } from './syntax-words';

/** What the parser found wrong with a text, and up to where the rest of it can be trusted. */
export interface SyntaxProblems {
  readonly problems: readonly Problem[];
  /**
   * Start of the line with the first mistake after which the structure is a guess: what is found from there on is its consequence.
   * Infinity where there is none.
   */
  readonly trustedUntil: number;
}

// A tag says something of its own value and of no other.
const LOCAL: ReadonlySet<SyntaxCode> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE']);

// Mistakes inside one value or line: what follows is read as it was meant. After any other the parser guesses.
const CONTAINED: ReadonlySet<SyntaxCode> = new Set([
  ...LOCAL,
  'BAD_DIRECTIVE',
  'BAD_DQ_ESCAPE',
  'KEY_OVER_1024_CHARS',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
]);

/**
 * What the parser found wrong with a document, in our own words, and where it begins. One mistake makes the parser misread what
 * follows, so the first one that breaks the structure is the last one that is reported.
 */
export function syntaxProblems(document: Document.Parsed, text: string): SyntaxProblems {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const words = new Wording(document, text, errors);
  const problems: Problem[] = [];
  let trustedUntil = Number.POSITIVE_INFINITY;
  for (const error of errors) {
    const problem = words.problem(error);
    problems.push(problem);
    if (CONTAINED.has(error.code)) continue;
    trustedUntil = lineAt(text, Math.min(problem.start, error.pos[0])).start;
    break;
  }
  const { yaml } = document.directives;
  if (yaml.explicit && yaml.version !== '1.2') {
    const message = `document asks for YAML ${yaml.version}; allowed is 1.2`;
    problems.push({ code: 'yaml-directive', message, hint: 'remove the %YAML line', start: 0, end: 1 });
  }
  return { problems, trustedUntil };
}

/** Finds words for one mistake after another in a document. */
class Wording {
  private readonly openings: Openings;
  private readonly brokenKeys: ReadonlyMap<number, number>;

  constructor(
    document: Document.Parsed,
    private readonly text: string,
    errors: readonly ParserError[],
  ) {
    this.openings = new Openings(document);
    this.brokenKeys = new Map(
      errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => [pos[0], pos[1]]),
    );
  }

  problem({ code, message: said, pos: [start, end] }: ParserError): Problem {
    const { text, openings } = this;
    if (said.includes('Missing closing')) return openQuote(text, openings.quoteBefore(start) ?? start, start);
    if (said.includes('end with a')) return this.openBracket(start);
    return (
      this.entry(code, said, start) ?? {
        ...worded(SYNTAX_WORDS[code] ?? OTHER_WORDS, start, end),
        ...(LOCAL.has(code) && { local: true }),
      }
    );
  }

  /** A mistake about which the line that it is in says more than the parser's code. */
  private entry(code: SyntaxCode, said: string, start: number): Problem | undefined {
    const { text } = this;
    const line = lineAt(text, start);
    switch (code) {
      case 'BLOCK_AS_IMPLICIT_KEY':
        return (
          tooFarRight(text, start, this.brokenKeys.get(start)) ??
          (said.includes('sequence') ? wrongColumn(text, start) : strayBracket(line.text, start))
        );
      case 'MULTILINE_IMPLICIT_KEY': {
        const colon = /^\s*(?:- +)*[\w$-]+:(?=[^\s:])/.exec(line.text)?.[0];
        return colon === undefined ? undefined : worded(NO_SPACE_AFTER_COLON, line.start + colon.length - 1);
      }
      case 'BAD_INDENT':
        return wrongColumn(text, start);
      case 'MISSING_CHAR':
        if (said.includes('Sequence item without')) return wrongColumn(text, start);
        if (said.includes('Comments must be')) return worded(NO_SPACE_BEFORE_HASH, start);
        if (said.includes('followed by map values'))
          return worded(SYNTAX_WORDS.MULTILINE_IMPLICIT_KEY ?? OTHER_WORDS, start);
        return said.includes('Tags and anchors') ? worded(ANCHOR_OR_TAG, start) : undefined;
      case 'UNEXPECTED_TOKEN':
        if (said.includes('at node end') || /[\]}]/.test(text.charAt(start))) return afterValue(text, start);
        if (said.includes('block-seq-ind')) return worded(DASH_IN_VALUE, start);
        return said.includes('Unexpected ,') || said.includes('empty item') ? worded(EXTRA_COMMA, start) : undefined;
      default:
        return undefined;
    }
  }

  /** A bracket that is still open where the parser needs it closed. */
  private openBracket(stopped: number): Problem {
    const found = this.text.charAt(stopped);
    if (found === ']' || found === '}')
      return worded(['yaml-syntax', `'${found}' closes a bracket that is not open`, OPENING_HINT], stopped);
    return worded(OPEN_BRACKET, this.openings.bracketBefore(stopped) ?? stopped);
  }
}

const OPENING_HINT = 'add the opening bracket, or remove this one';

const OPEN_BRACKET: SyntaxWords = [
  'yaml-syntax',
  'bracket that opens here is not closed, or is closed on a line that is not indented',
  'close it with ] or } on the same line, or on an indented one',
];

const NO_SPACE_AFTER_COLON: SyntaxWords = ['yaml-syntax', "a space is missing after ':'", "write 'key: value'"];

const DASH_IN_VALUE: SyntaxWords = [
  'yaml-syntax',
  "list item starts on the line of its key, after ': '",
  'start a new line for the list, write [ ], or put the value in quotes',
];

const NO_SPACE_BEFORE_HASH: SyntaxWords = [
  'yaml-syntax',
  "'#' directly follows a value",
  "put a space before '#' if it starts a comment, or the value in quotes if '#' is part of it",
];

const ANCHOR_OR_TAG: SyntaxWords = [
  'yaml-syntax',
  'an anchor (&…) or tag (!…) directly precedes this text',
  'put the value in quotes if & or ! is part of it, else put a space in between',
];

const EXTRA_COMMA: SyntaxWords = [
  'yaml-syntax',
  'a comma has no entry before it',
  'remove the comma, or add what is missing',
];

/** A second colon in a line that closes a bracket which it does not open. */
function strayBracket(line: string, start: number): Problem | undefined {
  const close = line.trimEnd().at(-1);
  if ((close !== ']' && close !== '}') || line.includes(close === '}' ? '{' : '[')) return undefined;
  return worded(['yaml-syntax', `value ends with '${close}', but no bracket is open`, OPENING_HINT], start);
}

/** Text that follows a value which has ended: a second quote, or a bracket. */
function afterValue(text: string, start: number): Problem {
  const found = text.charAt(start);
  if (found === ']' || found === '}')
    return worded(['yaml-syntax', `'${found}' closes a bracket that is not open`, OPENING_HINT], start);
  const before = text
    .slice(Math.max(0, start - 200), start)
    .trimEnd()
    .at(-1);
  return before === "'" || before === '"'
    ? worded(['yaml-syntax', 'text follows the closing quote', AFTER_QUOTE[before]], start)
    : worded(SYNTAX_WORDS.UNEXPECTED_TOKEN ?? OTHER_WORDS, start);
}

const AFTER_QUOTE: Readonly<Record<"'" | '"', string>> = {
  "'": "write '' for an apostrophe inside single quotes, or remove what follows the quote",
  '"': 'write \\" for a quote inside double quotes, or remove what follows the quote',
};

function worded([code, message, hint]: SyntaxWords, start: number, end = start + 1): Problem {
  return { code, message, hint, start, end };
}
