import { createScanner } from 'jsonc-parser';
import type { Json } from '../../model';
import { shown } from '../../model/messages/shown';
import { MAX_DEPTH, MAX_TEXT_PROBLEMS } from '../yaml/bounds';
import type { Span } from '../yaml/lines';
import type { TextProblem } from '../yaml/text-problem';
import { isClosing, TOKEN } from './token';

/** A JSON text as plain data, with its problems other than syntax errors. */
export interface JsonText {
  readonly value: Json;
  readonly problems: readonly TextProblem[];
}

/**
 * Reads a JSON text (RFC 8259); undefined if it is not JSON. Much cheaper than YAML: 20 MiB take about two seconds and three times
 * their size in memory.
 */
export function readJson(text: string): JsonText | undefined {
  const problems = structureProblems(text);
  if (problems.some(({ code }) => code === 'nested-too-deep')) return { value: null, problems };
  try {
    return { value: JSON.parse(text), problems };
  } catch {
    return undefined;
  }
}

/** Keys that appear twice in one map, of which a parser takes the last, and values that are nested too deep. */
function structureProblems(text: string): readonly TextProblem[] {
  const scanner = createScanner(text, true);
  const problems: TextProblem[] = [];
  // The keys of each open map; undefined for a list.
  const open: (Set<string> | undefined)[] = [];
  let previous: number = TOKEN.end;
  for (let token: number = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    if (token === TOKEN.openBrace) open.push(new Set());
    else if (token === TOKEN.openBracket) open.push(undefined);
    else if (isClosing(token)) open.pop();
    else if (token === TOKEN.string && isBeforeKey(previous)) {
      const keys = open.at(-1);
      const key = scanner.getTokenValue();
      if (keys?.has(key) && problems.length < MAX_TEXT_PROBLEMS) problems.push(duplicate(key, spanOf(scanner)));
      keys?.add(key);
    }
    if (open.length > MAX_DEPTH) return [...problems, tooDeep(spanOf(scanner))];
    previous = token;
  }
  return problems;
}

function isBeforeKey(previous: number): boolean {
  return previous === TOKEN.openBrace || previous === TOKEN.comma;
}

function spanOf(scanner: ReturnType<typeof createScanner>): Span {
  const start = scanner.getTokenOffset();
  return { start, end: start + scanner.getTokenLength() };
}

function duplicate(key: string, span: Span): TextProblem {
  const message = `key ${shown(key)} appears twice in one map`;
  return { code: 'duplicate-key', message, hint: 'remove one of them', ...span };
}

function tooDeep(span: Span): TextProblem {
  const message = `values are nested more than ${MAX_DEPTH} levels deep`;
  return { code: 'nested-too-deep', message, hint: 'remove the nesting', ...span };
}
