import { chmodSync } from 'node:fs';
import path from 'node:path';
import { patternOf } from '../cli/scenario';
import { builtCli, type Workspace } from '../cli/workspace';
import { runProcess } from '../support/processes';
import type { Block } from './blocks';

/**
 * Follows the blocks of a page in a workspace: runs `sh`, applies `diff`, and compares `text` with the output of the previous run.
 * Returns the number of blocks that were run.
 */
export function follow(blocks: readonly Block[], workspace: Workspace): number {
  // `npx --no-install gatewright` in a clone runs the built program; test/packaging shows that.
  workspace.write('bin/npx', `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${builtCli()}' "$@"\n`);
  chmodSync(workspace.path('bin/npx'), 0o755);
  let printed: string | undefined;
  let exports = '';
  let count = 0;
  for (const block of blocks) {
    if (block.is === 'sh') {
      const { stdout, status } = shell(workspace, `${exports}${block.text}`);
      expect([block.line, status === 0 ? '' : stdout, status]).toEqual([block.line, '', 0]);
      exports += block.text
        .split('\n')
        .filter((line) => line.startsWith('export '))
        .map((line) => `${line}\n`)
        .join('');
      printed = stdout;
      count += 1;
    } else if (block.is === 'file') workspace.write(block.file, block.text);
    else if (block.is === 'diff') workspace.edit(block.file, block.old, block.fresh);
    else expect(printed).toMatch(patternOf(block.text));
  }
  return count;
}

/** Runs lines in a shell, with standard error merged into standard output; stops at the first that fails. */
function shell(workspace: Workspace, lines: string): { stdout: string; status: number | null } {
  const { PATH, HOME } = process.env;
  return runProcess('sh', ['-e', '-c', `exec 2>&1\n${lines}`], {
    cwd: workspace.folder,
    env: { HOME, PATH: `${workspace.path('bin')}${path.delimiter}${PATH}` },
  });
}
