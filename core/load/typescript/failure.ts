import { didYouMean, KINDS, nearest } from '../../model';
import type { CallSite } from '../../model/base/call-site';
import type { ProgramFailure } from './answer';
import { oneLine } from './one-line';

/** Why a TypeScript file could not be loaded, in words, and where, as far as that is known. */
export interface FailureWords {
  readonly message: string;
  readonly hint?: string;
  readonly site?: CallSite;
}

/** What `gatewright/model` gives a catalog's file to make documents with. */
const FUNCTIONS: readonly string[] = KINDS.map((kind) => `define${kind}`);

/** Words what went wrong in a file. */
export function failureWords({ when, text, site }: ProgramFailure): FailureWords {
  const at = site && { site };
  switch (when) {
    case 'syntax':
      return { message: `file is not valid TypeScript: ${oneLine(text)}`, ...at };
    case 'exit':
      return {
        message: 'file calls process.exit, which would end the command',
        hint: 'throw an error instead',
        ...at,
      };
    case 'late':
      return {
        message: `code of the catalog failed after it was loaded: ${oneLine(text)}; a catalog file cannot wait`,
        ...at,
      };
    case 'throw':
      return thrownWords(text, site);
  }
}

function thrownWords(text: string, site: CallSite | undefined): FailureWords {
  const at = site && { site };
  const [, missing] = /^Cannot find module '([^']+)'/.exec(text) ?? [];
  if (missing !== undefined)
    return { message: `module '${missing}' is not found`, hint: 'install it, or correct the import', ...at };
  // What is imported is called as a member of its module; the author wrote its name alone, and the place is after it.
  const [, called] = /^\(0 ?, ?[\w$]+\.([\w$]+)\) is not a function$/.exec(text) ?? [];
  if (called !== undefined)
    return {
      message: `file calls '${called}', which is not a function that it could import`,
      ...(nearest(called, FUNCTIONS) !== undefined && {
        hint: didYouMean(called, FUNCTIONS, 'functions of gatewright/model'),
      }),
      ...(site && { site: { ...site, column: Math.max(1, site.column - called.length) } }),
    };
  const message = `file throws: ${oneLine(text)}`;
  return text.startsWith('await is only valid')
    ? { message, hint: 'a catalog file cannot wait; leave out await', ...at }
    : { message, ...at };
}
