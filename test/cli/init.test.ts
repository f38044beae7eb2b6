import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { packageVersion } from '../../core/app';
import { ROOT, Workspace } from './workspace';

describe('what init writes', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = new Workspace();
    await workspace.run(['init', 'Our Programme']);
  });
  afterEach(() => workspace.dispose());

  const read = (name: string) => workspace.read(`Our Programme/${name}`);

  test('depends on the package that its first step puts there, and takes its name from the folder', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({
      name: 'our-programme',
      private: true,
      dependencies: { gatewright: `file:gatewright-${packageVersion()}.tgz` },
    });
  });

  test('can be read by the tools that it is for', () => {
    for (const file of workspace.files('Our Programme')) {
      if (file.endsWith('.json')) JSON.parse(read(file));
      if (file.endsWith('.yml') || file.endsWith('.yaml'))
        expect([file, parseAllDocuments(read(file)).flatMap((document) => document.errors)]).toEqual([file, []]);
      expect([file, read(file).endsWith('\n')]).toEqual([file, true]);
    }
  });

  test('keeps out of Git what the repository of the product keeps out', () => {
    const ours = readFileSync(path.join(ROOT, '.gitignore'), 'utf8').split('\n');
    for (const line of read('.gitignore').trim().split('\n')) expect(ours).toContain(line);
  });

  test('holds one document of each kind that a call needs', () => {
    const documents = workspace.files('Our Programme/catalog').map((file) => parse(read(`catalog/${file}`)));
    const kinds = documents.flatMap((document) => document.kind ?? []);
    expect(kinds.sort()).toEqual([
      'Api',
      'Application',
      'Environment',
      'ErrorPolicy',
      'Partner',
      'Team',
      'Tier',
      'TokenPolicy',
    ]);
  });

  test.each([
    ['...', 'programme'],
    ['---x', 'x'],
    ['Ünïcode', 'n-code'],
  ])('names the package of the folder %s as npm allows', async (folder, name) => {
    await workspace.run(['init', '--', folder]);
    expect(JSON.parse(workspace.read(`${folder}/package.json`)).name).toBe(name);
  });

  test('is written into a folder that holds only Git’s own', async () => {
    workspace.write('repository/.git/HEAD', 'ref: refs/heads/main\n');
    expect((await workspace.run(['init', 'repository'])).status).toBe(0);
  });
});
