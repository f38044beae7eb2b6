import { sep } from 'node:path';
import type { CallSite } from '../../../model/base/call-site';
import { isErrorLike } from '../../../model/messages/thrown';
import type { ProgramFailure } from '../answer';
import type { OriginalPlaces } from './original';

/** Characters of a message that are passed on. One line of it is shown. */
const MAX_TEXT = 10_000;

/** What a file threw, and the first place in its stack that is in the catalog's folder. */
export function failureOf(thrown: unknown, when: ProgramFailure['when'], places: OriginalPlaces): ProgramFailure {
  const { text, stack } = textsOf(thrown);
  const parse = /^ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)\s*$/s.exec(text);
  if (parse) {
    const [, why = '', file = '', line, column] = parse;
    // The translator finds it in the source, and counts columns from 0.
    return { when: 'syntax', text: shortened(why), site: { file, line: Number(line), column: Number(column) + 1 } };
  }
  const site = siteIn(stack, places.folder);
  return { when, text: shortened(text), ...(site && { site: places.of(site) }) };
}

/** The texts of whatever was thrown: it may be anything, also something that throws when it is looked at. */
function textsOf(thrown: unknown): { readonly text: string; readonly stack: string } {
  try {
    if (!isErrorLike(thrown)) return { text: String(thrown), stack: '' };
    const { message, stack } = thrown;
    return { text: message, stack: typeof stack === 'string' ? stack : '' };
  } catch {
    return { text: 'something that cannot be shown', stack: '' };
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
