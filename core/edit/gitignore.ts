import { appendFileSync, lstatSync, readFileSync } from 'node:fs';
import { fileProblem } from '../model/messages/file-problem';

/** What became of a `.gitignore` that was there: the lines that were added, or why they have to be added by hand. */
export interface GitignoreChange {
  readonly missing: readonly string[];
  /** Why nothing was added. */
  readonly problem?: string;
}

/**
 * Adds lines to a `.gitignore` at its end, where none of its own is lost; those that it has are left out.
 *
 * @param wanted the text of the whole file as it would be written
 */
export function extendGitignore(file: string, wanted: string): GitignoreChange {
  const lines = wanted.trim().split('\n');
  try {
    if (!lstatSync(file).isFile()) return { missing: lines, problem: 'it is not an ordinary file' };
    const text = readFileSync(file, 'utf8');
    if (/[\0\ufffd]/.test(text)) return { missing: lines, problem: 'it is not UTF-8 text' };
    const present = new Set(text.split(/\r?\n/).map(plain));
    const missing = lines.filter((line) => !present.has(plain(line)));
    if (missing.length === 0) return { missing };
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    const gap = text === '' || text.endsWith('\n') ? '' : end;
    appendFileSync(file, `${gap}${missing.join(end)}${end}`);
    return { missing };
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    return { missing: lines, problem };
  }
}

/** `node_modules`, `/node_modules` and `node_modules/` keep the same folder out. */
function plain(line: string): string {
  return line.trim().replace(/^\/|\/$/g, '');
}
