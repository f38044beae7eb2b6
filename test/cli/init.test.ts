import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { extendGitignore } from '../../cli/init/gitignore';
import { packageVersion } from '../../cli/package-root';
import { packageSource } from '../../cli/package-source';
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

describe('a .gitignore that is there', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
  });
  afterEach(() => workspace.dispose());

  const extended = (bytes: string | Uint8Array) => {
    workspace.write('.gitignore', bytes);
    const change = extendGitignore(workspace.path('.gitignore'), 'node_modules/\n.terraform/\n');
    return { change, bytes: readFileSync(workspace.path('.gitignore')) };
  };

  test.each([
    ['*.log\n', '*.log\nnode_modules/\n.terraform/\n'],
    ['*.log', '*.log\nnode_modules/\n.terraform/\n'],
    ['*.log\r\nnode_modules\r\n', '*.log\r\nnode_modules\r\n.terraform/\r\n'],
    ['', 'node_modules/\n.terraform/\n'],
    ['/.terraform/\nnode_modules/\n', '/.terraform/\nnode_modules/\n'],
  ])('gets the lines that it lacks, in its own line ends: %j', (before, after) => {
    expect(extended(before).bytes.toString()).toBe(after);
  });

  test('is left alone where it is not UTF-8', () => {
    const before = Buffer.from('\ufeff*.log\n', 'utf16le');
    const { change, bytes } = extended(before);
    expect(change).toEqual({ missing: ['node_modules/', '.terraform/'], problem: 'it is not UTF-8 text' });
    expect(bytes.equals(before)).toBe(true);
  });
});

describe('the package that a new programme depends on comes from', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.write('at/node_modules/gatewright/package.json', '{ "version": "1.2.3" }');
  });
  afterEach(() => workspace.dispose());

  const sourceWith = (resolved: string | undefined) => {
    const packages = { 'node_modules/gatewright': { version: '1.2.3', resolved } };
    workspace.write('at/node_modules/.package-lock.json', JSON.stringify({ packages }));
    return packageSource(workspace.path('at/node_modules/gatewright'));
  };

  test('the registry, where this one came from there', () => {
    const registry = { from: 'registry', version: '1.2.3' };
    expect(sourceWith('https://registry.example/gatewright/-/gatewright-1.2.3.tgz')).toEqual(registry);
  });

  test('the tarball of this one, where that is there', () => {
    workspace.write('g.tgz', 'packed');
    const path = workspace.path('g.tgz');
    expect(sourceWith('file:../g.tgz')).toEqual({ from: 'tarball', tarball: 'g.tgz', path });
  });

  test('one that has to be packed, where the tarball is gone, nobody knows it or this is a clone', () => {
    const path = workspace.path('at/node_modules/gatewright');
    const tarball = 'gatewright-1.2.3.tgz';
    expect(sourceWith('file:../g.tgz')).toEqual({ from: 'folder', tarball, path });
    expect(sourceWith('git+ssh://git@host.example/gatewright.git')).toEqual({ from: 'folder', tarball, path });
    expect(sourceWith(undefined)).toEqual({ from: 'folder', tarball, path });
    workspace.write('at/node_modules/.package-lock.json', 'no list');
    expect(packageSource(path)).toEqual({ from: 'folder', tarball, path });
    workspace.write('clone/package.json', '{ "version": "1.2.3" }');
    expect(packageSource(workspace.path('clone'))).toEqual({ from: 'folder', tarball, path: workspace.path('clone') });
  });
});
