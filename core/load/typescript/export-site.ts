import { readFileSync } from 'node:fs';
import { escapeRegex } from '../../model';
import type { CallSite } from '../../model/base/call-site';

/** The position of an export, if it is declared on one line; otherwise the beginning of the file. */
export function exportSite(file: string, name: string): CallSite {
  const pattern =
    name === 'default'
      ? /^[ \t]*export\s+default\b/
      : new RegExp(`^[ \\t]*export\\s.*(?<![\\w$])${escapeRegex(name)}(?![\\w$])`);
  const lines = linesOf(file);
  const index = lines.findIndex((line) => pattern.test(line));
  const indent = /^[ \t]*/.exec(lines[index] ?? '')?.[0].length ?? 0;
  return { file, line: index < 0 ? 1 : index + 1, column: indent + 1 };
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}
