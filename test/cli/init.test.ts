import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { packageVersion } from '../../core/app';
import { ROOT, Workspace } from './workspace';

describe('the programme that init creates', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = new Workspace();
    await workspace.run(['init', 'Our Programme']);
  });
  afterEach(() => workspace.dispose());

  const read = (name: string) => workspace.read(`Our Programme/${name}`);

  test('depends on the tarball of its first step, and is named after the folder', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({
      name: 'our-programme',
      private: true,
      dependencies: { gatewright: `file:gatewright-${packageVersion()}.tgz` },
    });
  });

  test('contains valid JSON and YAML files', () => {
    for (const file of workspace.files('Our Programme')) {
      if (file.endsWith('.json')) JSON.parse(read(file));
      if (file.endsWith('.yml') || file.endsWith('.yaml'))
        expect([file, parseAllDocuments(read(file)).flatMap((document) => document.errors)]).toEqual([file, []]);
      expect([file, read(file).endsWith('\n')]).toEqual([file, true]);
    }
  });

  test('ignores only files that the repository of the product ignores too', () => {
    const ignored = readFileSync(path.join(ROOT, '.gitignore'), 'utf8').split('\n');
    for (const line of read('.gitignore').trim().split('\n')) expect(ignored).toContain(line);
  });

  test('contains one document of each kind that serving a call requires', () => {
    const documents = workspace
      .files('Our Programme/catalog')
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => parse(read(`catalog/${file}`)));
    const kinds = documents.flatMap((document) => document.kind ?? []);
    expect(kinds.sort()).toEqual([
      'Api',
      'Application',
      'ContractTemplate',
      'Environment',
      'ErrorPolicy',
      'Partner',
      'Programme',
      'Team',
      'Tier',
      'TokenPolicy',
    ]);
  });

  test.each([
    ['...', 'programme'],
    ['---x', 'x'],
    ['Ünïcode', 'n-code'],
  ])('has a valid package name for folder %s', async (folder, name) => {
    await workspace.run(['init', '--', folder]);
    expect(JSON.parse(workspace.read(`${folder}/package.json`)).name).toBe(name);
  });

  test('is created in a folder that contains only .git', async () => {
    workspace.write('repository/.git/HEAD', 'ref: refs/heads/main\n');
    expect((await workspace.run(['init', 'repository'])).status).toBe(0);
  });
});
