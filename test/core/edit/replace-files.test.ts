import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFiles } from '../../../core/edit/replace-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatewright-replace-'));
  mkdirSync(join(folder, 'tiers'));
  writeFileSync(join(folder, 'tiers/paid.yaml'), 'old', { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const PAID = { path: 'tiers/paid.yaml', text: 'new' };
const TERMS = { path: 'terms/paid/2.0.0.json', text: '{}' };

/** All files and folders below the folder, and the content of the tier. */
const state = () => [
  (readdirSync(folder, { recursive: true }) as string[]).sort(),
  readFileSync(join(folder, PAID.path), 'utf8'),
];
const BEFORE = [['tiers', 'tiers/paid.yaml'], 'old'];

test('new files are written, and others are replaced and keep their permissions', () => {
  expect(replaceFiles(folder, [TERMS, PAID])).toBeUndefined();
  expect(state()).toEqual([['terms', 'terms/paid', 'terms/paid/2.0.0.json', 'tiers', 'tiers/paid.yaml'], 'new']);
  expect(statSync(join(folder, PAID.path)).mode & 0o777).toBe(0o600);
});

test('of a link, the target is replaced', () => {
  mkdirSync(join(folder, '.data'));
  writeFileSync(join(folder, '.data/free.yaml'), 'old');
  symlinkSync('../.data/free.yaml', join(folder, 'tiers/free.yaml'));
  expect(replaceFiles(folder, [{ path: 'tiers/free.yaml', text: 'new' }])).toBeUndefined();
  expect(lstatSync(join(folder, 'tiers/free.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, '.data/free.yaml'), 'utf8')).toBe('new');
});

test('nothing changes if a file cannot be written', () => {
  const long = { path: `${'x'.repeat(300)}.yaml`, text: '' };
  expect(replaceFiles(folder, [TERMS, PAID, long])).toEqual({ path: long.path, problem: 'the name is too long' });
  expect(state()).toEqual(BEFORE);
});

test('nothing changes if a part of a path is a file', () => {
  const below = { path: 'tiers/paid.yaml/1.0.0.json', text: '{}' };
  expect(replaceFiles(folder, [TERMS, PAID, below])).toEqual({
    path: below.path,
    problem: 'a part of the path is a file, not a folder',
  });
  expect(state()).toEqual(BEFORE);
});

test('files that were renamed already get their content back if a later one cannot be renamed', () => {
  // A folder cannot be replaced by a file.
  mkdirSync(join(folder, 'taken'));
  const failure = replaceFiles(folder, [TERMS, PAID, { path: 'taken', text: '' }]);
  expect(failure).toEqual({ path: 'taken', problem: 'it is a folder' });
  expect(state()).toEqual([['taken', 'tiers', 'tiers/paid.yaml'], 'old']);
});

test('the file that an interrupted run left is replaced, and a catalog does not contain it', () => {
  writeFileSync(join(folder, 'tiers/.paid.yaml.gatewright-new'), 'half');
  expect(replaceFiles(folder, [PAID])).toBeUndefined();
  expect(state()).toEqual([['tiers', 'tiers/paid.yaml'], 'new']);
});
