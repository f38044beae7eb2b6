import { readFileSync } from 'node:fs';
import { escapeRegex } from '../../model';
import type { CallSite } from '../../model/base/call-site';

/** Where a file exports a name, as far as its text says so in one line; else its beginning. */
export function exportSite(file: string, name: string): CallSite {
  const words =
    name === 'default'
      ? /^[ \t]*export\s+default\b/
      : new RegExp(`^[ \\t]*export\\s.*(?<![\\w$])${escapeRegex(name)}(?![\\w$])`);
  const lines = linesOf(file);
  const index = lines.findIndex((line) => words.test(line));
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
