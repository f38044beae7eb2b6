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

test('returns no findings for a valid catalog, and counts its documents', () => {
  const { findings, hasErrors, counts } = checkCatalogFolder({ folder: folderOf('catalog'), asOf: TODAY });
  expect({ findings, hasErrors, counts }).toEqual({
    findings: [],
    hasErrors: false,
    counts: { files: 11, documents: 10 },
  });
});

test('returns findings with the texts of their files', () => {
  workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  const { findings, hasErrors, texts } = checkCatalogFolder({ folder: folderOf('catalog'), asOf: TODAY });
  expect(hasErrors).toBe(true);
  expect(findings[0]).toMatchObject({ at: { file: 'catalog/environments/sandbox.yaml', path: '/stage' } });
  expect(texts.get('catalog/environments/sandbox.yaml')).toContain('stage: sandbx');
});

test('reports progress while the catalog is loaded and checked', () => {
  const labels = new Set<string>();
  checkCatalogFolder({ folder: folderOf('catalog'), asOf: TODAY, onProgress: (_, __, label) => labels.add(label) });
  expect([...labels]).toEqual(['files read', 'files parsed', 'checks run']);
});

describe('resolveCatalogFolder', () => {
  test.each([
    ['', 'GATEWRIGHT_CATALOG is empty'],
    ['nowhere', "folder 'nowhere' does not exist"],
    ['catalog/environments/sandbox.yaml', "'catalog/environments/sandbox.yaml' is a file, not a folder"],
  ])("rejects '%s'", (directory, message) => {
    expect(() => folderOf(directory)).toThrow(message);
    expect(() => folderOf(directory)).toThrow(UsageError);
  });

  test('returns the --catalog option for every folder but the default one', () => {
    workspace.write('other/a.yaml', '');
    expect(folderOf('catalog').args).toEqual([]);
    expect(folderOf('./catalog/').args).toEqual([]);
    expect(folderOf('other').args).toEqual(['--catalog', 'other']);
  });
});
