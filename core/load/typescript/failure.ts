import { didYouMean, KINDS, nearest } from '../../model';
import type { CallSite } from '../../model/base/call-site';
import type { ProgramFailure } from './answer';
import { oneLine } from './one-line';

/** Why a TypeScript file could not be loaded, and the position if it is known. */
export interface FailureDescription {
  readonly message: string;
  readonly hint?: string;
  readonly site?: CallSite;
}

/** The functions of `gatewright/model` that define documents. */
const FUNCTIONS: readonly string[] = KINDS.map((kind) => `define${kind}`);

/** Describes the failure of a file. */
export function describeFailure({ when, text, site }: ProgramFailure): FailureDescription {
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
        message: `code of the catalog failed after the file had run: ${oneLine(text)}; a catalog file cannot be asynchronous`,
        ...at,
      };
    case 'throw':
      return describeThrown(text, site);
  }
}

function describeThrown(text: string, site: CallSite | undefined): FailureDescription {
  const at = site && { site };
  const [, missing] = /^Cannot find module '([^']+)'/.exec(text) ?? [];
  if (missing !== undefined)
    return { message: `module '${missing}' does not exist`, hint: 'install it, or correct the import', ...at };
  // An imported function is called as a member of its module. The source has only its name, and the position is after it.
  const [, called] = /^\(0 ?, ?[\w$]+\.([\w$]+)\) is not a function$/.exec(text) ?? [];
  if (called !== undefined)
    return {
      message: `file calls '${called}', which is not a function of the imported module`,
      ...(nearest(called, FUNCTIONS) !== undefined && {
        hint: didYouMean(called, FUNCTIONS, 'functions of gatewright/model'),
      }),
      ...(site && { site: { ...site, column: Math.max(1, site.column - called.length) } }),
    };
  const message = `file throws an error: ${oneLine(text)}`;
  return text.startsWith('await is only valid')
    ? { message, hint: 'a catalog file cannot be asynchronous; remove await', ...at }
    : { message, ...at };
}
