import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { paid, policies } from '../../examples/constructs/documents';
import { mtls } from '../../examples/constructs/policies';
import { ROOT, Workspace } from '../cli/workspace';
import { blocksOf } from './blocks';
import { follow } from './follow';
import { typeErrors } from './type-errors';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const [install, test_, ...tour] = blocksOf(readme);

describe('the README', () => {
  test('starts with the command for the main task, which test/packaging runs in a clone', () => {
    expect(install).toMatchObject({ is: 'sh', text: 'npm ci && npm run synth\n' });
  });

  test('shows the test command that CI runs', () => {
    expect(test_).toMatchObject({ is: 'sh', text: 'npm test\n' });
    expect(readFileSync(path.join(ROOT, '.ci/run'), 'utf8')).toMatch(/^npm ci && npm test$/m);
  });

  test('shows an excerpt of the example, which test/examples runs', () => {
    const example = readFileSync(path.join(ROOT, 'examples/constructs/policies.ts'), 'utf8');
    const [, shown = ''] = /^```ts\n( {2}const stack[\s\S]*?)^```$/m.exec(readme) ?? [];
    for (const construct of ['GatewayService', 'TierLimits', 'MutualTls', 'ConsentCheck'])
      expect(shown).toContain(`new ${construct}(`);
    expect(shown.split('\n').length).toBeLessThan(25);
    expect(example).toContain(shown);
  });

  test('shows the documents of the example in YAML', () => {
    const [, yaml = ''] = /^```yaml\n(kind: Tier\n[\s\S]*?)^```$/m.exec(readme) ?? [];
    const documents = parseAllDocuments(yaml).map((document) => document.toJS());
    expect(documents).toEqual([paid, mtls, policies.consent]);
  });

  test('shows TypeScript for a catalog without type errors', () => {
    const files = tour.flatMap((block) => (block.is === 'file' ? [block] : []));
    expect(files.map(({ file }) => file)).toEqual(['tour/catalog/gatewright.catalog.ts']);
    expect(typeErrors(files.map(({ text }) => text))).toBe('');
  });

  test('has a tour whose commands all work and print the output shown', () => {
    const workspace = new Workspace();
    try {
      expect(follow(tour, workspace)).toBeGreaterThan(5);
      expect(workspace.files('tour')).toEqual([]);
    } finally {
      workspace.dispose();
    }
  });
});

describe('documents', () => {
  const docs = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = ['README.md', 'CONTRIBUTING.md', 'test/scenarios/README.md', ...docs.map((name) => `docs/${name}`)];

  test.each(pages.filter((page) => page.endsWith('.md')))('%s links to existing files only', (page) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^)#\s]+)/g))
      if (!/^[a-z]+:/.test(target))
        expect([target, existsSync(path.join(ROOT, path.dirname(page), target))]).toEqual([target, true]);
  });

  const howTo = readdirSync(path.join(ROOT, 'docs/how-to'));

  test.each(howTo)(
    'the commands of docs/how-to/%s work and print the output shown, in the catalog that init creates',
    (page) => {
      const workspace = new Workspace();
      try {
        workspace.start('programme');
        expect(follow(blocksOf(readFileSync(path.join(ROOT, 'docs/how-to', page), 'utf8')), workspace)).toBeGreaterThan(
          1,
        );
      } finally {
        workspace.dispose();
      }
    },
  );

  test.each(howTo)('the README links to docs/how-to/%s', (page) => {
    expect(readme).toContain(`(docs/how-to/${page})`);
  });

  test('docs/cli.md names every command and option', async () => {
    const cli = readFileSync(path.join(ROOT, 'docs/cli.md'), 'utf8');
    const workspace = new Workspace();
    const help = async (...command: readonly string[]) => (await workspace.run([...command, '--help'])).stdout;
    const listed = (text: string) => [...text.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, name = '']) => name);
    const commands = listed(await help()).filter((name) => name !== 'help');
    const below = async (command: string) =>
      listed(await help(command)).flatMap((name) => (name === 'help' ? [] : [[command, name]]));
    const all = [...commands.map((name) => [name]), ...(await below('new')), ...(await below('report'))];
    expect(all.length).toBeGreaterThan(9);
    for (const command of all) {
      expect(cli).toContain(command.join(' '));
      for (const [option] of (await help(...command)).matchAll(/--[a-z-]+/g))
        if (option !== '--help') expect(cli).toContain(`${option}`);
    }
    workspace.dispose();
  });
});
