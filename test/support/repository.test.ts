import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AS_OF, foundIn, programmeFiles, writeFiles } from './programme';
import { describeSample, sampleIn, sumOf } from './repository';
import { inFolder } from './synthesis';

const files = programmeFiles();
const broken = { ...files, 'x.yaml': 'foo: 1\n' };

/** The sample in a folder that contains the small programme and is changed then. */
const sampleAfter = (change: (folder: string) => void, seal = sumOf(files)) =>
  inFolder((folder) => {
    writeFiles(folder, files);
    change(folder);
    return sampleIn(folder, seal);
  });
const add = (folder: string) => writeFileSync(path.join(folder, 'x.yaml'), broken['x.yaml']);

test('a catalog that matches the seal is the sample', () => {
  expect(sampleAfter(() => undefined)).toEqual({ files });
});

test.each<[string, string, (folder: string) => void]>([
  ['is gone', 'the catalog does not exist', (folder) => rmSync(folder, { recursive: true })],
  ['has a broken link', 'the catalog cannot be read', (folder) => symlinkSync('nowhere', path.join(folder, 'x.yaml'))],
  ['was edited', `the catalog was edited: test/fixtures/sample.sha256 is not ${sumOf(broken)}`, add],
])('a catalog that %s is not the sample: %s', (_, missing, change) => {
  expect(sampleAfter(change)).toEqual({ missing });
});

// A sealed sample is unedited: if it fails, the check has changed.
describeSample('the sample', (sample) => {
  test('passes the check', () => {
    expect(foundIn(sample, AS_OF).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('a folder with the name of a file is read as a folder', () => {
  const found = sampleAfter((folder) => mkdirSync(path.join(folder, 'x.yaml')));
  expect(found).toEqual({ files });
});
