import type { Document } from 'yaml';
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
  'bracket is not closed, or closed too far left',
  'close it with ] or }, indented',
] as const;

// A tag says something of its own value and of no other.
const LOCAL: ReadonlySet<SyntaxCode> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE']);

/** What the parser found wrong with a document, in words of ours. */
export function syntaxProblems(document: Document.Parsed): readonly Problem[] {
  const problems = [...document.errors, ...document.warnings].map(({ code, message: said, pos }): Problem => {
    const open = code === 'BAD_INDENT' && said.includes('end with a');
    const [ownCode, message, hint] = open ? OPEN_BRACKET : (WORDS[code] ?? OTHER);
    return { code: ownCode, message, hint, start: pos[0], end: pos[1], ...(LOCAL.has(code) && { local: true }) };
  });
  const { yaml } = document.directives;
  if (yaml.explicit && yaml.version !== '1.2') {
    const message = `document asks for YAML ${yaml.version}; allowed is 1.2`;
    problems.push({ code: 'yaml-directive', message, hint: 'remove the %YAML line', start: 0, end: 1 });
  }
  return problems;
}
