import { type Document, type Range, visit } from 'yaml';
import { MAX_TEXT_PROBLEMS } from './limits';
import type { Problem } from './problem';

type SyntaxError = Document.Parsed['errors'][number] | Document.Parsed['warnings'][number];
type SyntaxCode = SyntaxError['code'];

/** What is wrong and what to do. The parser's own messages are not shown: they quote the text, which may hold a secret. */
const WORDS: { readonly [Code in SyntaxCode]?: readonly [code: string, message: string, hint: string] } = {
  ALIAS_PROPS: ['yaml-alias', 'alias has an anchor or a tag of its own', 'write the alias alone'],
  BAD_ALIAS: [
    'yaml-alias',
    'alias or anchor has no usable name',
    'write a word after the sign, or put the value in quotes',
  ],
  BAD_DIRECTIVE: ['yaml-directive', 'directive is not known', 'remove the line that starts with %'],
  BAD_DQ_ESCAPE: [
    'yaml-syntax',
    'escape in double quotes is not known',
    'write \\\\ for a backslash, or use single quotes',
  ],
  BAD_INDENT: [
    'yaml-indent',
    'indentation does not fit the lines around',
    'let all entries of one map or list start in one column',
  ],
  BAD_PROP_ORDER: ['yaml-syntax', 'anchor or tag stands in front of an indicator', 'put it after the indicator'],
  BAD_SCALAR_START: ['yaml-syntax', 'plain text cannot start with this character', 'put the value in quotes'],
  BLOCK_AS_IMPLICIT_KEY: [
    'yaml-syntax',
    'a second map or list starts on the same line',
    'put the value in quotes, or start a new line',
  ],
  BLOCK_IN_FLOW: ['yaml-syntax', 'indented map or list stands inside { } or [ ]', 'write it with { } or [ ] as well'],
  KEY_OVER_1024_CHARS: ['yaml-syntax', 'key is longer than 1024 characters', 'shorten the key'],
  MISSING_CHAR: [
    'yaml-syntax',
    'a character is missing',
    'close the quote or bracket, or put a space or comma in between',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'yaml-syntax',
    'text without a colon, or a key over several lines',
    "write 'key: value'; indent lines that go on",
  ],
  MULTIPLE_ANCHORS: ['yaml-alias', 'value has two anchors', 'remove one of them'],
  MULTIPLE_TAGS: ['yaml-tag', 'value has two tags', 'remove them'],
  RESOURCE_EXHAUSTION: ['too-deep', 'values are nested too deep', 'remove the nesting'],
  TAB_AS_INDENT: ['yaml-indent', 'a tab indents the line', 'use spaces'],
  TAG_RESOLVE_FAILED: [
    'yaml-tag',
    'tag is not allowed, or does not fit the value',
    'remove the word that starts with !',
  ],
  BAD_COLLECTION_TYPE: ['yaml-tag', 'tag does not fit the value', 'remove the word that starts with !'],
  UNEXPECTED_TOKEN: [
    'yaml-syntax',
    'text is not expected here',
    'look for a wrong indentation, or put the value in quotes',
  ],
};

const OTHER = ['yaml-syntax', 'text is no YAML', 'look for a missing quote, bracket or colon'] as const;

// The parser has one code for this and for a line that starts in a wrong column.
const OPEN_BRACKET = [
  'yaml-syntax',
  'bracket that opens here is not closed, or closed too far left',
  'close it with ] or }, indented',
] as const;

const UNCLOSED_QUOTE = [
  'yaml-syntax',
  'quote that opens here is not closed',
  'close it with the same quote at the end of the value',
] as const;

// A tag says something of its own value and of no other.
const LOCAL: ReadonlySet<SyntaxCode> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE']);

/** What the parser found wrong with a document, in words of ours, and where it begins. */
export function syntaxProblems(document: Document.Parsed, text: string): readonly Problem[] {
  const errors = [...document.errors, ...document.warnings];
  const broken = new Map(
    errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => [pos[0], pos[1]]),
  );
  const openings = new Openings(document);
  const indents = new Map<number, Problem>();
  for (const { code, pos } of errors) {
    const found = code === 'BLOCK_AS_IMPLICIT_KEY' ? tooFarRight(text, pos[0], broken.get(pos[0])) : undefined;
    if (found) indents.set(pos[0], found);
  }
  const problems = errors.map(({ code, message: said, pos }): Problem => {
    // The parser tells of one line twice.
    const indent = code.endsWith('_IMPLICIT_KEY') ? indents.get(pos[0]) : undefined;
    if (indent) return indent;
    if (said.includes('Missing closing')) return notClosed(UNCLOSED_QUOTE, openings.quoteBefore(pos[0]) ?? pos[0]);
    if (said.includes('end with a')) return notClosed(OPEN_BRACKET, openings.bracketBefore(pos[0]) ?? pos[0]);
    const [ownCode, message, hint] = WORDS[code] ?? OTHER;
    return { code: ownCode, message, hint, start: pos[0], end: pos[1], ...(LOCAL.has(code) && { local: true }) };
  });
  const { yaml } = document.directives;
  if (yaml.explicit && yaml.version !== '1.2') {
    const message = `document asks for YAML ${yaml.version}; allowed is 1.2`;
    problems.push({ code: 'yaml-directive', message, hint: 'remove the %YAML line', start: 0, end: 1 });
  }
  return problems;
}

function notClosed([code, message, hint]: readonly [string, string, string], start: number): Problem {
  return { code, message, hint, start, end: start + 1 };
}

/**
 * A line that is indented further than the entry above it: the parser takes both for one key over two lines and points at the
 * first.
 *
 * @param from where the value of the entry above starts
 * @param to where the key of the line ends
 */
function tooFarRight(text: string, from: number, to: number | undefined): Problem | undefined {
  const lineEnd = to === undefined ? -1 : text.lastIndexOf('\n', to - 1);
  if (to === undefined || lineEnd < from) return undefined;
  const [above = ''] = /^[ ]*(?:- +)*/.exec(text.slice(text.lastIndexOf('\n', from - 1) + 1, from)) ?? [];
  const [indent = ''] = /^[ ]*/.exec(text.slice(lineEnd + 1, to)) ?? [];
  if (indent.length <= above.length) return undefined;
  return {
    code: 'yaml-indent',
    message: `line starts in column ${indent.length + 1}, and the entry above it in column ${above.length + 1}, which has a value already`,
    hint: `let it start in column ${above.length + 1}, or take the value of the entry above away`,
    start: lineEnd + 1 + indent.length,
    end: to,
  };
}

/** Only the first few problems of a document are told. */
const MOST_LOOKUPS = 4 * MAX_TEXT_PROBLEMS;

/** Where quotes and brackets of a document open that are not closed before a place. */
class Openings {
  #lookups = 0;
  #found: { readonly quotes: readonly Range[]; readonly brackets: readonly Range[] } | undefined;

  constructor(private readonly document: Document.Parsed) {}

  quoteBefore(offset: number): number | undefined {
    return this.#before(offset, 'quotes');
  }

  bracketBefore(offset: number): number | undefined {
    return this.#before(offset, 'brackets');
  }

  #before(offset: number, which: 'quotes' | 'brackets'): number | undefined {
    this.#lookups += 1;
    if (this.#lookups > MOST_LOOKUPS) return undefined;
    return this.#all()[which].findLast(([start, end]) => start < offset && end >= offset)?.[0];
  }

  #all() {
    if (this.#found) return this.#found;
    const quotes: Range[] = [];
    const brackets: Range[] = [];
    visit(this.document, {
      Scalar: (_key, { type, range }) => {
        if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) quotes.push(range);
      },
      Collection: (_key, { flow, range }) => {
        if (range && flow) brackets.push(range);
      },
    });
    this.#found = { quotes, brackets };
    return this.#found;
  }
}
