import type { Document } from 'yaml';
import type { DocumentCode } from '../../model';

export type ParserError = Document.Parsed['errors'][number] | Document.Parsed['warnings'][number];
export type SyntaxCode = ParserError['code'];

/** Code, message and hint. The messages of the parser are not shown, because they quote the text, which may contain a secret. */
export type SyntaxMessage = readonly [code: DocumentCode, message: string, hint: string];

/** Messages by the code of the parser, for errors about which the line itself reveals nothing more. */
export const SYNTAX_MESSAGES: { readonly [Code in SyntaxCode]?: SyntaxMessage } = {
  ALIAS_PROPS: ['yaml-alias', 'alias has an anchor or a tag', 'write only the alias'],
  BAD_ALIAS: ['yaml-alias', 'alias or anchor has no valid name', 'write a word after the sign, or quote the value'],
  BAD_DIRECTIVE: ['yaml-directive', 'directive is unknown', "remove the line that starts with '%'"],
  BAD_DQ_ESCAPE: [
    'yaml-syntax',
    'escape sequence in double quotes is unknown',
    'write \\\\ for a backslash, or use single quotes',
  ],
  BAD_INDENT: [
    'yaml-indentation',
    'indentation does not match the lines around it',
    'indent all entries of a map or list by the same number of spaces',
  ],
  BAD_PROP_ORDER: ['yaml-syntax', 'anchor or tag precedes an indicator', 'write it after the indicator'],
  BAD_SCALAR_START: ['yaml-syntax', 'unquoted text cannot start with this character', 'quote the value'],
  BLOCK_AS_IMPLICIT_KEY: [
    'yaml-syntax',
    "value contains ': ', which starts another map on the same line",
    'quote the value, or start a new line',
  ],
  BLOCK_IN_FLOW: [
    'yaml-syntax',
    "entry inside { } or [ ] contains another ': ', or a block map or list",
    'separate two entries with a comma, or quote the value',
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
    'tag is unknown, or does not match the type of the value',
    "remove the tag, or quote the value if it starts with '!'",
  ],
  BAD_COLLECTION_TYPE: ['yaml-tag', 'tag does not fit the value', "remove the word that starts with '!'"],
  UNEXPECTED_TOKEN: ['yaml-syntax', 'text is unexpected here', 'check the indentation, or quote the value'],
};

/** For errors of the parser that are not in the table. */
export const OTHER_MESSAGE: SyntaxMessage = [
  'yaml-syntax',
  'text is not valid YAML',
  'check for a missing quote, bracket or colon',
];
