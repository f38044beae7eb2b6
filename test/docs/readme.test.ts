import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
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
      // `npx --no-install gatewright` in a clone runs the built program; test/packaging shows that.
      workspace.write('bin/npx', `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${builtCli()}' "$@"\n`);
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
});

describe('documents', () => {
  const docs = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = ['README.md', 'CONTRIBUTING.md', 'test/scenarios/README.md', ...docs.map((name) => `docs/${name}`)];

  test.each(pages.filter((page) => page.endsWith('.md')))('%s leads to files that are there', (page) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^)#\s]+)/g))
      if (!/^[a-z]+:/.test(target))
        expect([target, existsSync(path.join(ROOT, path.dirname(page), target))]).toEqual([target, true]);
  });

  test('docs/cli.md names every command and option', async () => {
    const cli = readFileSync(path.join(ROOT, 'docs/cli.md'), 'utf8');
    const workspace = new Workspace();
    const help = async (...command: readonly string[]) => (await workspace.run([...command, '--help'])).stdout;
    const listed = (text: string) => [...text.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, name = '']) => name);
    const commands = listed(await help()).filter((name) => name !== 'help');
    const below = listed(await help('new')).filter((name) => name !== 'help');
    expect(commands.length + below.length).toBeGreaterThan(8);
    for (const command of [...commands.map((name) => [name]), ...below.map((name) => ['new', name])]) {
      expect(cli).toContain(command.join(' ').replace(/^new (tier|partner)$/, 'new tier|partner'));
      for (const [option] of (await help(...command)).matchAll(/--[a-z-]+/g))
        if (option !== '--help') expect(cli).toContain(`${option}`);
    }
    workspace.dispose();
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
