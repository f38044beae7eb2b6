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

  test('writes all files, with the folders that they need', () => {
    const files = [
      { path: 'a/b/c.txt', text: 'c' },
      { path: 'd.txt', text: 'd' },
    ];
    expect(writeNewFiles(folder, files)).toBeUndefined();
    expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('c');
    expect(readFileSync(join(folder, 'd.txt'), 'utf8')).toBe('d');
  });

  test('leaves no file and no new folder after a failure, and says which file could not be written', () => {
    mkdirSync(join(folder, 'there'));
    const files = [
      { path: 'there/new/deep/a.txt', text: 'a' },
      { path: 'fresh/b.txt', text: 'b' },
      { path: LONG, text: '' },
    ];
    expect(writeNewFiles(folder, files)).toEqual({ path: LONG, problem: 'the name is too long' });
    expect(readdirSync(folder, { recursive: true })).toEqual(['there']);
  });

  test('leaves a new folder that is not there yet as it was: not there', () => {
    const target = join(folder, 'programme');
    expect(writeNewFiles(target, [{ path: LONG, text: '' }])).toMatchObject({ path: LONG });
    expect(existsSync(target)).toBe(false);
  });

  test('removes a file that was begun and could not be finished', () => {
    const broken = { path: 'half/a.txt', text: { not: 'a text' } as never };
    expect(() => writeNewFiles(folder, [broken])).toThrow('must be of type string');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('never removes a file that was there, nor what else is in its folder', () => {
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
