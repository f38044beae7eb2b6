import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { outputFolderProblem } from '../../../core/output/output-folder';
import { inFolder } from '../../support/synthesis';

test.each([
  ['', 'the output folder has no name'],
  ['/', 'it is the root of the file system'],
  ['.', 'it contains the catalog folder'],
  ['..', 'it contains the catalog folder'],
  ['catalog', 'it is the catalog folder'],
  ['catalog/', 'it is the catalog folder'],
  ['link', 'it is the catalog folder'],
  ['catalog/out', 'it is inside the catalog folder'],
  ['link/deep/er', 'it is inside the catalog folder'],
  ['out/../catalog', 'it is the catalog folder'],
  ['cdktf.out', undefined],
  ['catalog.out', undefined],
  ['..out', undefined],
  ['../out', undefined],
  ['build/terraform', undefined],
])("reports for the output folder '%s': %p", (out, problem) => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'work/catalog'), { recursive: true });
    symlinkSync('catalog', path.join(folder, 'work/link'));
    const found = outputFolderProblem(out, path.join(folder, 'work'), path.join(folder, 'work/catalog'));
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });
});

test.each([
  ['.', 'it is the working directory'],
  ['..', 'it contains the working directory'],
])("rejects '%s' as output folder even if the catalog is elsewhere", (out, problem) => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'a/b'), { recursive: true });
    mkdirSync(path.join(folder, 'catalog'));
    expect(outputFolderProblem(out, path.join(folder, 'a/b'), path.join(folder, 'catalog'))).toContain(problem);
  });
});
