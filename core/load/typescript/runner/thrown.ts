import { sep } from 'node:path';
import type { CallSite } from '../../../model/base/call-site';
import { isErrorLike } from '../../../model/messages/thrown';
import type { ProgramFailure } from '../answer';
import type { OriginalPositions } from './original';

/** Longest message that is returned. Only its first line is shown. */
const MAX_TEXT = 10_000;

/** Describes what a file threw, with the first position of its stack that is in the catalog's folder. */
export function failureOf(thrown: unknown, when: ProgramFailure['when'], positions: OriginalPositions): ProgramFailure {
  const { text, stack } = textsOf(thrown);
  const parse = /^ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)\s*$/s.exec(text);
  if (parse) {
    const [, why = '', file = '', line, column] = parse;
    // The translator reports positions in the source, with 0-based columns.
    return { when: 'syntax', text: shortened(why), site: { file, line: Number(line), column: Number(column) + 1 } };
  }
  const site = siteIn(stack, positions.folder);
  return { when, text: shortened(text), ...(site && { site: positions.of(site) }) };
}

/** Message and stack of what was thrown: any value, even one that throws when it is read. */
function textsOf(thrown: unknown): { readonly text: string; readonly stack: string } {
  try {
    if (!isErrorLike(thrown)) return { text: String(thrown), stack: '' };
    const { message, stack } = thrown;
    return { text: message, stack: typeof stack === 'string' ? stack : '' };
  } catch {
    return { text: 'a value that cannot be shown', stack: '' };
  }
}

function shortened(text: string): string {
  return text.trim().slice(0, MAX_TEXT);
}

function siteIn(stack: string, folder: string): CallSite | undefined {
  for (const line of stack.split('\n')) {
    const [, file = '', at, column] =
      /^(?:\s*at (?:.*\()?)?(?:file:\/\/)?(\/.*?|[A-Za-z]:[\\/].*?):(\d+)(?::(\d+))?\)?$/.exec(line) ?? [];
    if (file.startsWith(folder + sep) && !file.includes(`${sep}node_modules${sep}`))
      return { file, line: Number(at), column: Number(column ?? 1) };
  }
  return undefined;
}
