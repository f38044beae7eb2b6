import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programmeFiles } from './programme';
import { sampleIn } from './repository';
import { inFolder } from './synthesis';

/** What is said of a folder that holds the small programme and is changed then. */
const after = (change: (folder: string) => void) =>
  inFolder((folder) => {
    for (const [name, text] of Object.entries(programmeFiles())) writeFileSync(path.join(folder, name), text);
    change(folder);
    return sampleIn(folder);
  });

test('a catalog that passes the check serves as sample', () => {
  expect(after(() => undefined)).toEqual({ files: programmeFiles() });
});

test.each<[string, string, (folder: string) => void]>([
  ['is gone', 'there is no catalog', (folder) => rmSync(folder, { recursive: true })],
  [
    'has a mistake',
    'the catalog does not pass the check',
    (folder) => writeFileSync(path.join(folder, 'x.yaml'), 'foo: 1\n'),
  ],
  [
    'has a link to nowhere',
    'the catalog cannot be read',
    (folder) => symlinkSync('nowhere', path.join(folder, 'x.yaml')),
  ],
  [
    'has a folder with the name of a file',
    'the catalog cannot be read',
    (folder) => mkdirSync(path.join(folder, 'x.yaml')),
  ],
])('a catalog that %s is none: %s', (_, missing, change) => {
  expect(after(change)).toEqual({ missing });
});
