import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { patternOf } from '../cli/scenario';
import { builtCli, ROOT, Workspace } from '../cli/workspace';
import { blocksOf } from './readme';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const [install, test_, ...tour] = blocksOf(readme);

describe('the README', () => {
  test('begins with the line for the main job, which test/packaging runs in a clone', () => {
    expect(install).toMatchObject({ is: 'sh', text: 'npm ci && npm run synth\n' });
  });

  test('gives the line for the tests that continuous integration runs', () => {
    expect(test_).toMatchObject({ is: 'sh', text: 'npm test\n' });
    expect(readFileSync(path.join(ROOT, '.ci/run'), 'utf8')).toMatch(/^npm ci && npm test$/m);
  });

  test('has a tour in which every command does and prints what is written', () => {
    const workspace = new Workspace();
    try {
      // `npx gatewright` in a clone runs the built program; test/packaging shows that.
      workspace.write('bin/npx', `#!/bin/sh\nshift\nexec '${process.execPath}' '${builtCli()}' "$@"\n`);
      chmodSync(workspace.path('bin/npx'), 0o755);
      let printed: string | undefined;
      let exports = '';
      let count = 0;
      for (const block of tour) {
        if (block.is === 'sh') {
          const { stdout, status } = shell(workspace, `${exports}${block.text}`);
          expect([block.line, status]).toEqual([block.line, 0]);
          exports += block.text
            .split('\n')
            .filter((line) => line.startsWith('export '))
            .map((line) => `${line}\n`)
            .join('');
          printed = stdout;
          count += 1;
        } else if (block.is === 'diff') {
          workspace.edit(block.file, block.old, block.fresh);
        } else {
          expect(printed).toMatch(patternOf(block.text));
        }
      }
      expect(count).toBeGreaterThan(5);
      expect(workspace.files('tour')).toEqual([]);
    } finally {
      workspace.dispose();
    }
  });

  test('leads to files that are there', () => {
    for (const document of ['README.md', 'CONTRIBUTING.md', 'docs/cli.md'])
      for (const [, target = ''] of readFileSync(path.join(ROOT, document), 'utf8').matchAll(/\]\(([^)#]+)/g))
        if (!target.startsWith('https://'))
          expect([document, target, existsSync(path.join(ROOT, path.dirname(document), target))]).toEqual([
            document,
            target,
            true,
          ]);
  });
});

/** Runs lines as a reader's shell does, with standard error beside standard output; stops at the first that fails. */
function shell(workspace: Workspace, lines: string): { stdout: string; status: number | null } {
  const { PATH, HOME } = process.env;
  return spawnSync('sh', ['-e', '-c', `exec 2>&1\n${lines}`], {
    cwd: workspace.folder,
    encoding: 'utf8',
    env: { HOME, PATH: `${workspace.path('bin')}${path.delimiter}${PATH}` },
  });
}
