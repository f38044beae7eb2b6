import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFiles } from '../../../core/edit/replace-files';

describe('replaceFiles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatewright-replace-'));
    mkdirSync(join(folder, 'tiers'));
    writeFileSync(join(folder, 'tiers/paid.yaml'), 'before');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const FILES = [
    { path: 'terms/paid/1.0.0.json', text: '{}' },
    { path: 'tiers/paid.yaml', text: 'after' },
  ];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  test('writes new files and replaces others, and leaves nothing else', () => {
    expect(replaceFiles(folder, FILES)).toBeUndefined();
    expect(FILES.map(({ path }) => read(path))).toEqual(['{}', 'after']);
    expect(readdirSync(join(folder, 'tiers'))).toEqual(['paid.yaml']);
  });

  test('replaces the file that an interrupted run left, which a catalog does not contain', () => {
    writeFileSync(join(folder, 'tiers/.paid.yaml.gatewright-new'), 'half');
    expect(replaceFiles(folder, FILES)).toBeUndefined();
    expect(read('tiers/paid.yaml')).toBe('after');
    expect(readdirSync(join(folder, 'tiers'))).toEqual(['paid.yaml']);
  });

  test('restores everything if one file cannot be replaced, and names it', () => {
    mkdirSync(join(folder, 'tiers/free.yaml'));
    const failure = replaceFiles(folder, [...FILES, { path: 'tiers/free.yaml', text: '' }]);
    expect(failure).toEqual({ path: 'tiers/free.yaml', problem: 'it is a folder' });
    expect(read('tiers/paid.yaml')).toBe('before');
    expect(readdirSync(join(folder, 'tiers'))).toEqual(['free.yaml', 'paid.yaml']);
  });

  test('names the file whose folder is a file', () => {
    writeFileSync(join(folder, 'terms'), '');
    expect(replaceFiles(folder, FILES)).toMatchObject({ path: 'terms/paid/1.0.0.json' });
    expect(read('tiers/paid.yaml')).toBe('before');
  });
});
