import { didYouMean, KINDS, nearest } from '../../model';
import type { CallSite } from '../../model/call-site';
import { ProcessEnded } from './contained';
import { oneLine, thrownTexts } from './thrown-words';

/** Why a TypeScript file could not be loaded: what it said, and where, as far as that is known. */
export interface Failure {
  readonly message: string;
  readonly hint?: string;
  /** In the code as it ran, unless `inSource`. */
  readonly site?: CallSite;
  /** The called function, when the place is one after its name. */
  readonly word?: string;
  /** Whether the place is one of the source: the translator found it. */
  readonly inSource: boolean;
}

/** What `gatewright/model` gives a catalog's file to make documents with. */
const FUNCTIONS: readonly string[] = KINDS.map((kind) => `define${kind}`);

/**
 * Words what a file threw. Stack traces are read for the first place in one of the catalog's files, and not shown.
 *
 * @param belongs whether a file is one of the catalog's
 */
export function failureOf(thrown: unknown, belongs: (file: string) => boolean): Failure {
  const { text, stack } = thrownTexts(thrown);
  const parse = /^ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)\s*$/s.exec(text);
  if (parse) {
    const [, why = '', file = '', line, column] = parse;
    // The translator counts columns from 0.
    const site = { file, line: Number(line), column: Number(column) + 1 };
    return { message: `file is not valid TypeScript: ${oneLine(why)}`, site, inSource: true };
  }
  const site = siteIn(stack, belongs);
  const missing = /^Cannot find module '([^']+)'/.exec(text);
  const words = missing
    ? { message: `module '${missing[1]}' is not found`, hint: 'install it, or correct the import' }
    : thrown instanceof ProcessEnded
      ? { message: `file calls ${thrown.call}, which would end the command`, hint: 'throw an error instead' }
      : wordThrown(text);
  return { ...words, ...(site && { site }), inSource: false };
}

function wordThrown(text: string): Pick<Failure, 'message' | 'hint' | 'word'> {
  // What is imported is called as a member of its module; the author wrote its name alone.
  const [, called] = /^\(0 ?, ?[\w$]+\.([\w$]+)\) is not a function$/.exec(text) ?? [];
  if (called !== undefined) {
    const message = `file calls '${called}', which is not a function that it could import`;
    return nearest(called, FUNCTIONS) === undefined
      ? { message, word: called }
      : { message, word: called, hint: didYouMean(called, FUNCTIONS, 'functions of gatewright/model') };
  }
  const message = `file throws: ${oneLine(text)}`;
  return text.startsWith('await is only valid')
    ? { message, hint: 'a catalog file cannot wait; leave out await' }
    : { message };
}

function siteIn(stack: string, belongs: (file: string) => boolean): CallSite | undefined {
  for (const line of stack.split('\n')) {
    const [, file = '', at, column] =
      /^(?:\s*at (?:.*\()?)?(?:file:\/\/)?(\/.*?|[A-Za-z]:[\\/].*?):(\d+)(?::(\d+))?\)?$/.exec(line) ?? [];
    if (file !== '' && belongs(file)) return { file, line: Number(at), column: Number(column ?? 1) };
  }
  return undefined;
}
