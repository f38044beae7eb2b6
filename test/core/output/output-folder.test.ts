import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { outputFolderProblem } from '../../../core/output/output-folder';
import { inFolder } from '../../support/synthesis';

test.each([
  ['', 'the output folder has no name'],
  ['/', 'it is the root of the file system'],
  ['.', 'it holds the folder of the catalog'],
  ['..', 'it holds the folder of the catalog'],
  ['catalog', 'it is the folder of the catalog'],
  ['catalog/', 'it is the folder of the catalog'],
  ['link', 'it is the folder of the catalog'],
  ['catalog/out', 'it lies in the folder of the catalog'],
  ['link/deep/er', 'it lies in the folder of the catalog'],
  ['out/../catalog', 'it is the folder of the catalog'],
  ['cdktf.out', undefined],
  ['catalog.out', undefined],
  ['..out', undefined],
  ['../out', undefined],
  ['build/terraform', undefined],
])("whether '%s' can be the output folder: %p", (out, problem) => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'work/catalog'), { recursive: true });
    symlinkSync('catalog', path.join(folder, 'work/link'));
    const found = outputFolderProblem(out, path.join(folder, 'work'), path.join(folder, 'work/catalog'));
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });
});

test.each([
  ['.', 'it is the folder that you are in'],
  ['..', 'it holds the folder that you are in'],
])("'%s' is no output folder, also where the catalog is elsewhere", (out, problem) => {
  inFolder((folder) => {
    mkdirSync(path.join(folder, 'a/b'), { recursive: true });
    mkdirSync(path.join(folder, 'catalog'));
    expect(outputFolderProblem(out, path.join(folder, 'a/b'), path.join(folder, 'catalog'))).toContain(problem);
  });
});
