import type { Document } from 'yaml';
import type { DocumentCode } from '../../model';

export type ParserError = Document.Parsed['errors'][number] | Document.Parsed['warnings'][number];
export type SyntaxCode = ParserError['code'];

/** What is wrong and what to do. The parser's own messages are not shown: they quote the text, which may hold a secret. */
export type SyntaxWords = readonly [code: DocumentCode, message: string, hint: string];

/** Messages by the parser's code, where the text around does not say more. */
export const SYNTAX_WORDS: { readonly [Code in SyntaxCode]?: SyntaxWords } = {
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
    'yaml-indentation',
    'indentation does not match the lines around it',
    'indent all entries of a map or list by the same number of spaces',
  ],
  BAD_PROP_ORDER: ['yaml-syntax', 'anchor or tag is in front of an indicator', 'put it after the indicator'],
  BAD_SCALAR_START: ['yaml-syntax', 'text without quotes cannot start with this character', 'put the value in quotes'],
  BLOCK_AS_IMPLICIT_KEY: [
    'yaml-syntax',
    "value contains ': ', which starts another map on the same line",
    'put the value in quotes, or start a new line',
  ],
  BLOCK_IN_FLOW: [
    'yaml-syntax',
    "entry inside { } or [ ] contains another ': ', or a block map or list",
    'put a comma between two entries, or quotes around the value',
  ],
  KEY_OVER_1024_CHARS: ['yaml-syntax', 'key is longer than 1024 characters', 'shorten the key'],
  MISSING_CHAR: [
    'yaml-syntax',
    'a comma, a colon or a dash is missing before this text',
    "separate entries of { } and [ ] with ', ', keys and values with ': ', and start list items with '- '",
  ],
  MULTILINE_IMPLICIT_KEY: [
    'yaml-syntax',
    "line has no ': ' after a key",
    "write 'key: value', or indent the line if it continues the value above",
  ],
  MULTIPLE_ANCHORS: ['yaml-alias', 'value has two anchors', 'remove one of them'],
  MULTIPLE_TAGS: ['yaml-tag', 'value has two tags', 'remove them'],
  RESOURCE_EXHAUSTION: ['nested-too-deep', 'values are nested too deep', 'remove the nesting'],
  TAB_AS_INDENT: ['yaml-indentation', 'line is indented with a tab', 'use spaces'],
  TAG_RESOLVE_FAILED: [
    'yaml-tag',
    'tag is not allowed, or does not fit the value',
    'remove the tag, or put the value in quotes if it starts with !',
  ],
  BAD_COLLECTION_TYPE: ['yaml-tag', 'tag does not fit the value', 'remove the word that starts with !'],
  UNEXPECTED_TOKEN: [
    'yaml-syntax',
    'text is not expected here',
    'look for a wrong indentation, or put the value in quotes',
  ],
};

/** For what the parser finds and the table does not name. */
export const OTHER_WORDS: SyntaxWords = [
  'yaml-syntax',
  'text is not valid YAML',
  'look for a missing quote, bracket or colon',
];
