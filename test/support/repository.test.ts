import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AS_OF, foundIn, programmeFiles } from './programme';
import { describeSample, sampleIn, sumOf } from './repository';
import { inFolder } from './synthesis';

const files = programmeFiles();
const broken = { ...files, 'x.yaml': 'foo: 1\n' };

/** What is said of a folder that holds the small programme and is changed then. */
const after = (change: (folder: string) => void, seal = sumOf(files)) =>
  inFolder((folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    change(folder);
    return sampleIn(folder, seal);
  });
const add = (folder: string) => writeFileSync(path.join(folder, 'x.yaml'), broken['x.yaml']);

test('a catalog that is as it was sealed serves as sample', () => {
  expect(after(() => undefined)).toEqual({ files });
});

test.each<[string, string, (folder: string) => void]>([
  ['is gone', 'there is no catalog', (folder) => rmSync(folder, { recursive: true })],
  [
    'has a link to nowhere',
    'the catalog cannot be read',
    (folder) => symlinkSync('nowhere', path.join(folder, 'x.yaml')),
  ],
  ['was edited', `the catalog was edited: test/fixtures/sample.sha256 is not ${sumOf(broken)}`, add],
])('a catalog that %s is none: %s', (_, missing, change) => {
  expect(after(change)).toEqual({ missing });
});

// Sealed, it is what this project made: if it does not pass any more, it is the check that changed.
describeSample('the sample', (sample) => {
  test('passes the check', () => {
    expect(foundIn(sample, AS_OF).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('folders of any name are looked into', () => {
  const found = after((folder) => mkdirSync(path.join(folder, 'x.yaml')));
  expect(found).toEqual({ files });
});
