import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../cli/write-files';

describe('writeFiles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatewright-write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const LONG = `a/${'x'.repeat(300)}`;

  test('writes all files, with the folders that they need', () => {
    writeFiles(folder, 'shown', [
      { path: 'a/b/c.txt', text: 'c' },
      { path: 'd.txt', text: 'd' },
    ]);
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
    expect(() => writeFiles(folder, 'shown', files)).toThrow(`cannot write 'shown/${LONG}': the name is too long`);
    expect(readdirSync(folder, { recursive: true })).toEqual(['there']);
  });

  test('leaves a new folder that is not there yet as it was: not there', () => {
    const target = join(folder, 'programme');
    expect(() => writeFiles(target, 'shown', [{ path: LONG, text: '' }])).toThrow('cannot write');
    expect(existsSync(target)).toBe(false);
  });

  test('removes a file that was begun and could not be finished', () => {
    const broken = { path: 'half/a.txt', text: { not: 'a text' } as never };
    expect(() => writeFiles(folder, 'shown', [broken])).toThrow('must be of type string');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('never removes a file that was there, nor what else is in its folder', () => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/mine.txt'), 'mine');
    const files = [
      { path: 'a/new.txt', text: '' },
      { path: 'a/mine.txt', text: 'other' },
    ];
    expect(() => writeFiles(folder, 'shown', files)).toThrow("cannot write 'shown/a/mine.txt': it exists already");
    expect(readdirSync(join(folder, 'a'))).toEqual(['mine.txt']);
    expect(readFileSync(join(folder, 'a/mine.txt'), 'utf8')).toBe('mine');
  });
});
