import { Composer, type Document, Lexer, type ParsedNode, Parser, Schema } from 'yaml';
import { MAX_DEPTH, MAX_TOKENS } from './limits';
import type { Problem } from './problem';

/** The documents of a text as trees of the parser, or why reading stopped. */
export interface Composed {
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  readonly stopped?: Problem;
}

// YAML 1.2's core schema whatever a %YAML directive says: no dates, no merge keys, no sets, no binary. Duplicate keys are found
// later, since the parser compares every key with every other.
const OPTIONS = {
  schema: new Schema({ schema: 'core', resolveKnownTags: false }) as never,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

/**
 * Parses a text token by token, so that nesting and size are bounded before the recursive parts of the parser see it.
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
  for (const lexeme of lexer.lex(text)) {
    take(parser.next(lexeme));
    count += 1;
    if (parser.stack.length > MAX_DEPTH) return { documents, stopped: tooDeep(parser.offset) };
    if (count > MAX_TOKENS) return { documents, stopped: tooMany(parser.offset) };
  }
  take(parser.end());
  for (const document of composer.end()) documents.push(document as never);
  return { documents };
}

function tooDeep(at: number): Problem {
  return {
    code: 'too-deep',
    message: `values are nested more than ${MAX_DEPTH} levels deep`,
    hint: 'no document of a catalog needs that; remove the nesting',
    start: at,
    end: at + 1,
  };
}

function tooMany(at: number): Problem {
  return {
    code: 'too-large',
    message: `file holds more than ${MAX_TOKENS} tokens`,
    hint: 'split it into several files',
    start: at,
    end: at + 1,
  };
}
