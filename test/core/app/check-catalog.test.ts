import { checkCatalogFolder, resolveCatalogFolder, UsageError } from '../../../core/app';
import { TODAY, Workspace } from '../../cli/workspace';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  workspace.start('programme');
});
afterEach(() => workspace.dispose());

const folderOf = (directory: string) =>
  resolveCatalogFolder({ cwd: workspace.folder, defaultCatalog: 'catalog' }, directory);

test('a catalog without a mistake has no findings, and its documents are counted', () => {
  const { findings, hasErrors, counts } = checkCatalogFolder({ folder: folderOf('catalog'), asOf: TODAY });
  expect({ findings, hasErrors, counts }).toEqual({
    findings: [],
    hasErrors: false,
    counts: { files: 9, documents: 8 },
  });
});

test('findings come with the text of the files that they are about', () => {
  workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  const { findings, hasErrors, texts } = checkCatalogFolder({ folder: folderOf('catalog'), asOf: TODAY });
  expect(hasErrors).toBe(true);
  expect(findings[0]).toMatchObject({ at: { file: 'catalog/environments/sandbox.yaml', path: '/stage' } });
  expect(texts.get('catalog/environments/sandbox.yaml')).toContain('stage: sandbx');
});

test('progress is reported while the catalog is read and checked', () => {
  const labels = new Set<string>();
  checkCatalogFolder({ folder: folderOf('catalog'), asOf: TODAY, onProgress: (_, __, label) => labels.add(label) });
  expect([...labels]).toEqual(['files read', 'files parsed', 'checks run']);
});

describe('the folder of a catalog', () => {
  test.each([
    ['', 'GATEWRIGHT_CATALOG is empty'],
    ['nowhere', "there is no folder 'nowhere'"],
    ['catalog/environments/sandbox.yaml', "'catalog/environments/sandbox.yaml' is a file, not a folder"],
  ])("cannot be '%s'", (directory, message) => {
    expect(() => folderOf(directory)).toThrow(message);
    expect(() => folderOf(directory)).toThrow(UsageError);
  });

  test('needs an option in commands where it is not the usual one', () => {
    workspace.write('other/a.yaml', '');
    expect(folderOf('catalog').option).toEqual([]);
    expect(folderOf('./catalog/').option).toEqual([]);
    expect(folderOf('other').option).toEqual(['--catalog', 'other']);
  });
});
