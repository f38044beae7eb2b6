import type { Document } from 'yaml';
import { lineAt, tooFarRight, wrongColumn } from './indentation';
import { Openings } from './openings';
import { openQuote } from './quotes';
import {
  OTHER_MESSAGE,
  type ParserError,
  SYNTAX_MESSAGES,
  type SyntaxCode,
  type SyntaxMessage,
} from './syntax-messages';
import type { TextProblem } from './text-problem';

/** The syntax errors of a text, and the offset up to which its structure is certain. */
export interface SyntaxProblems {
  readonly problems: readonly TextProblem[];
  /**
   * Start of the line with the first error after which the structure is uncertain; later problems may be consequences. Infinity
   * without such an error.
   */
  readonly trustedUntil: number;
}

// A tag affects only its own value.
const LOCAL: ReadonlySet<SyntaxCode> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE']);

// Errors inside one value or line: what follows is read correctly. After any other error the structure is uncertain.
const CONTAINED: ReadonlySet<SyntaxCode> = new Set([
  ...LOCAL,
  'BAD_DIRECTIVE',
  'BAD_DQ_ESCAPE',
  'KEY_OVER_1024_CHARS',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
]);

/**
 * The syntax errors of a document, with our own messages and positions. The first error that affects the structure is the last one
 * that is reported, because the parser may misread what follows.
 */
export function syntaxProblems(document: Document.Parsed, text: string): SyntaxProblems {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const syntaxErrors = new SyntaxErrors(document, text, errors);
  const problems: TextProblem[] = [];
  let trustedUntil = Number.POSITIVE_INFINITY;
  for (const error of errors) {
    const problem = syntaxErrors.problem(error);
    problems.push(problem);
    if (CONTAINED.has(error.code)) continue;
    trustedUntil = lineAt(text, Math.min(problem.start, error.pos[0])).start;
    break;
  }
  const { yaml } = document.directives;
  if (yaml.explicit && yaml.version !== '1.2') {
    const message = `document requires YAML ${yaml.version}; only 1.2 is supported`;
    problems.push({ code: 'yaml-directive', message, hint: 'remove the %YAML line', start: 0, end: 1 });
  }
  return { problems, trustedUntil };
}

/** Describes the syntax errors of a document. */
class SyntaxErrors {
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

  problem({ code, message: parserMessage, pos: [start, end] }: ParserError): TextProblem {
    const { text, openings } = this;
    if (parserMessage.includes('Missing closing')) return openQuote(text, openings.quoteBefore(start) ?? start, start);
    if (parserMessage.includes('end with a')) return this.openBracket(start);
    return (
      this.entry(code, parserMessage, start) ?? {
        ...problemAt(SYNTAX_MESSAGES[code] ?? OTHER_MESSAGE, start, end),
        ...(LOCAL.has(code) && { local: true }),
      }
    );
  }

  /** An error whose line reveals more than the code of the parser. */
  private entry(code: SyntaxCode, parserMessage: string, start: number): TextProblem | undefined {
    const { text } = this;
    const line = lineAt(text, start);
    switch (code) {
      case 'BLOCK_AS_IMPLICIT_KEY':
        return (
          tooFarRight(text, start, this.brokenKeys.get(start)) ??
          (parserMessage.includes('sequence') ? wrongColumn(text, start) : strayBracket(line.text, start))
        );
      case 'MULTILINE_IMPLICIT_KEY': {
        const colon = /^\s*(?:- +)*[\w$-]+:(?=[^\s:])/.exec(line.text)?.[0];
        return colon === undefined ? undefined : problemAt(NO_SPACE_AFTER_COLON, line.start + colon.length - 1);
      }
      case 'BAD_INDENT':
        return wrongColumn(text, start);
      case 'MISSING_CHAR':
        if (parserMessage.includes('Sequence item without')) return wrongColumn(text, start);
        if (parserMessage.includes('Comments must be')) return problemAt(NO_SPACE_BEFORE_HASH, start);
        if (parserMessage.includes('followed by map values'))
          return problemAt(SYNTAX_MESSAGES.MULTILINE_IMPLICIT_KEY ?? OTHER_MESSAGE, start);
        return parserMessage.includes('Tags and anchors') ? problemAt(ANCHOR_OR_TAG, start) : undefined;
      case 'UNEXPECTED_TOKEN':
        if (parserMessage.includes('at node end') || /[\]}]/.test(text.charAt(start))) return afterValue(text, start);
        if (parserMessage.includes('block-seq-ind')) return problemAt(DASH_IN_VALUE, start);
        return parserMessage.includes('Unexpected ,') || parserMessage.includes('empty item')
          ? problemAt(EXTRA_COMMA, start)
          : undefined;
      default:
        return undefined;
    }
  }

  /** A bracket that is not closed. */
  private openBracket(stopped: number): TextProblem {
    const found = this.text.charAt(stopped);
    if (found === ']' || found === '}')
      return problemAt(['yaml-syntax', `'${found}' closes a bracket that is not open`, OPENING_HINT], stopped);
    return problemAt(OPEN_BRACKET, this.openings.bracketBefore(stopped) ?? stopped);
  }
}

const OPENING_HINT = 'add the opening bracket, or remove this one';

const OPEN_BRACKET: SyntaxMessage = [
  'yaml-syntax',
  'bracket is not closed, or is closed on a line that is not indented',
  "close it with ']' or '}' on the same line, or on an indented one",
];

const NO_SPACE_AFTER_COLON: SyntaxMessage = ['yaml-syntax', "a space is missing after ':'", "write 'key: value'"];

const DASH_IN_VALUE: SyntaxMessage = [
  'yaml-syntax',
  "list item starts on the line of its key, after ': '",
  "start the list on a new line, write it in '[ ]', or quote the value",
];

const NO_SPACE_BEFORE_HASH: SyntaxMessage = [
  'yaml-syntax',
  "'#' directly follows a value",
  "write a space before '#' if it starts a comment, or quote the value if '#' is part of it",
];

const ANCHOR_OR_TAG: SyntaxMessage = [
  'yaml-syntax',
  'an anchor (&…) or tag (!…) directly precedes this text',
  "quote the value if '&' or '!' is part of it, otherwise write a space between them",
];

const EXTRA_COMMA: SyntaxMessage = [
  'yaml-syntax',
  'comma has no entry before it',
  'remove the comma, or add the missing entry',
];

/** A line that closes a bracket which is not open. */
function strayBracket(line: string, start: number): TextProblem | undefined {
  const close = line.trimEnd().at(-1);
  if ((close !== ']' && close !== '}') || line.includes(close === '}' ? '{' : '[')) return undefined;
  return problemAt(['yaml-syntax', `value ends with '${close}', but no bracket is open`, OPENING_HINT], start);
}

/** Text after the end of a value: a second quote, or a bracket. */
function afterValue(text: string, start: number): TextProblem {
  const found = text.charAt(start);
  if (found === ']' || found === '}')
    return problemAt(['yaml-syntax', `'${found}' closes a bracket that is not open`, OPENING_HINT], start);
  const before = text
    .slice(Math.max(0, start - 200), start)
    .trimEnd()
    .at(-1);
  return before === "'" || before === '"'
    ? problemAt(['yaml-syntax', 'text follows the closing quote', AFTER_QUOTE[before]], start)
    : problemAt(SYNTAX_MESSAGES.UNEXPECTED_TOKEN ?? OTHER_MESSAGE, start);
}

const AFTER_QUOTE: Readonly<Record<"'" | '"', string>> = {
  "'": "write '' for an apostrophe inside single quotes, or remove what follows the quote",
  '"': 'write \\" for a quote inside double quotes, or remove what follows the quote',
};

function problemAt([code, message, hint]: SyntaxMessage, start: number, end = start + 1): TextProblem {
  return { code, message, hint, start, end };
}
