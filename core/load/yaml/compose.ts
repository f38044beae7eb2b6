import { Composer, type Document, Lexer, type ParsedNode, Parser, Schema } from 'yaml';
import type { DocumentCode } from '../../model';
import { MAKE_SMALLER, MAX_DEPTH, MAX_DIRECTIVES, MAX_DOCUMENTS, MAX_TOKENS } from './bounds';
import type { TextProblem } from './text-problem';

/** The documents of a text as trees of the parser, or why reading stopped. */
export interface Composed {
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  readonly stopped?: TextProblem;
}

// YAML 1.2's core schema, regardless of a %YAML directive: no dates, merge keys, sets or binary data. Duplicate keys are found later,
// because the parser compares every key with every other.
const OPTIONS = {
  schema: new Schema({ schema: 'core', resolveKnownTags: false }) as never,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

/**
 * Parses a text token by token, so that nesting and size are limited before the recursive parts of the parser run.
 */
export function compose(text: string): Composed {
  const documents: Document.Parsed<ParsedNode>[] = [];
  const lexer = new Lexer();
  const parser = new Parser();
  const composer = new Composer<ParsedNode>(OPTIONS);
  const take = (tokens: ReturnType<Parser['next']>) => {
    for (const token of tokens) for (const document of composer.next(token)) documents.push(document as never);
  };
  let count = 0;
  let directives = 0;
  for (const lexeme of lexer.lex(text)) {
    if (parser.stack.length === 0 && lexeme.startsWith('%')) directives += 1;
    take(parser.next(lexeme));
    count += 1;
    if (directives > MAX_DIRECTIVES) return { documents, stopped: tooManyDirectives(parser.offset) };
    if (documents.length > MAX_DOCUMENTS) return { documents, stopped: tooManyDocuments(parser.offset) };
    if (parser.stack.length > MAX_DEPTH) return { documents, stopped: tooDeep(parser.offset) };
    if (count > MAX_TOKENS) return { documents, stopped: tooMany(parser.offset) };
  }
  take(parser.end());
  for (const document of composer.end()) documents.push(document as never);
  return { documents };
}

function tooDeep(at: number): TextProblem {
  const message = `values are nested more than ${MAX_DEPTH} levels deep`;
  return problem('nested-too-deep', message, 'flatten the value: no document needs so many levels', at);
}

function tooMany(at: number): TextProblem {
  return problem('file-too-large', `file contains more than ${MAX_TOKENS} tokens`, MAKE_SMALLER, at);
}

function tooManyDocuments(at: number): TextProblem {
  return problem('file-too-large', `file contains more than ${MAX_DOCUMENTS} documents`, MAKE_SMALLER, at);
}

function tooManyDirectives(at: number): TextProblem {
  return problem(
    'yaml-directive',
    `file contains more than ${MAX_DIRECTIVES} directives`,
    "remove the lines that start with '%'",
    at,
  );
}

function problem(code: DocumentCode, message: string, hint: string, at: number): TextProblem {
  return { code, message, hint, start: at, end: at + 1 };
}
