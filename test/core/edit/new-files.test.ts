import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNewFiles } from '../../../core/edit/new-files';

describe('writeNewFiles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatewright-write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const LONG = `a/${'x'.repeat(300)}`;

  test('writes all files and creates their folders', () => {
    const files = [
      { path: 'a/b/c.txt', text: 'c' },
      { path: 'd.txt', text: 'd' },
    ];
    expect(writeNewFiles(folder, files)).toBeUndefined();
    expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('c');
    expect(readFileSync(join(folder, 'd.txt'), 'utf8')).toBe('d');
  });

  test('removes new files and folders after a failure, and returns the file that could not be written', () => {
    mkdirSync(join(folder, 'existing'));
    const files = [
      { path: 'existing/new/deep/a.txt', text: 'a' },
      { path: 'new/b.txt', text: 'b' },
      { path: LONG, text: '' },
    ];
    expect(writeNewFiles(folder, files)).toEqual({ path: LONG, problem: 'the name is too long' });
    expect(readdirSync(folder, { recursive: true })).toEqual(['existing']);
  });

  test('does not leave a target folder that did not exist before', () => {
    const target = join(folder, 'programme');
    expect(writeNewFiles(target, [{ path: LONG, text: '' }])).toMatchObject({ path: LONG });
    expect(existsSync(target)).toBe(false);
  });

  test('removes a partial file', () => {
    const broken = { path: 'half/a.txt', text: { not: 'a text' } as never };
    expect(() => writeNewFiles(folder, [broken])).toThrow('must be of type string');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('never removes an existing file or its folder', () => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/mine.txt'), 'mine');
    const files = [
      { path: 'a/new.txt', text: '' },
      { path: 'a/mine.txt', text: 'other' },
    ];
    expect(writeNewFiles(folder, files)).toEqual({ path: 'a/mine.txt', problem: 'it exists already' });
    expect(readdirSync(join(folder, 'a'))).toEqual(['mine.txt']);
    expect(readFileSync(join(folder, 'a/mine.txt'), 'utf8')).toBe('mine');
  });
});
