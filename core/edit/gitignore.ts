import { appendFileSync, lstatSync, readFileSync } from 'node:fs';
import { fileProblem } from '../model/messages/file-problem';

/** The lines that were missing from an existing `.gitignore`. They were added, unless there is a problem. */
export interface GitignoreChange {
  readonly missing: readonly string[];
  /** Why the lines were not added. */
  readonly problem?: string;
}

/**
 * Appends the missing lines to a `.gitignore`; its own lines are kept.
 *
 * @param content the text that a new `.gitignore` would have
 */
export function extendGitignore(file: string, content: string): GitignoreChange {
  const lines = content.trim().split('\n');
  try {
    if (!lstatSync(file).isFile()) return { missing: lines, problem: 'it is not a regular file' };
    const text = readFileSync(file, 'utf8');
    if (/[\0\ufffd]/.test(text)) return { missing: lines, problem: 'it is not UTF-8 text' };
    const present = new Set(text.split(/\r?\n/).map(normalized));
    const missing = lines.filter((line) => !present.has(normalized(line)));
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

/** `node_modules`, `/node_modules` and `node_modules/` ignore the same folder. */
function normalized(line: string): string {
  return line.trim().replace(/^\/|\/$/g, '');
}
