import { writeFileSync } from 'node:fs';
import {
  resolveCatalogFolder,
  type SynthesisSettings,
  synthesizeCatalog,
  UsageError,
  UserError,
  type WrittenOutput,
} from '../../../core/app';
import { TODAY, Workspace } from '../../cli/workspace';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  workspace.start('programme');
});
afterEach(() => workspace.dispose());

/** What the use case returns, and the codes of each list of findings that it reports. */
function synthesize(changes: Partial<SynthesisSettings> = {}): {
  readonly written: WrittenOutput | undefined;
  readonly codes: readonly (readonly string[])[];
} {
  const cwd = workspace.folder;
  const folder = resolveCatalogFolder({ cwd, defaultCatalog: 'catalog' }, 'catalog');
  const codes: string[][] = [];
  const written = synthesizeCatalog(
    { folder, cwd, out: 'cdktf.out', environments: [], asOf: TODAY, ...changes },
    { onFindings: (findings) => codes.push(findings.map(({ code }) => code)) },
  );
  return { written, codes };
}

test('an output is written below the working directory, and summed up for each environment', () => {
  const { written, codes } = synthesize();
  expect(codes).toEqual([[], []]);
  expect(written?.stacks.map(({ name }) => name)).toEqual([
    'sandbox_global',
    'sandbox_apis_connectivity',
    'sandbox_partners_0',
  ]);
  expect(written?.summary.map(([environment]) => environment)).toEqual(['environment', 'sandbox']);
  expect(workspace.files('cdktf.out')).toHaveLength(4);
});

test('a catalog with an error is reported, and nothing is written', () => {
  workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  const { written, codes } = synthesize();
  expect(written).toBeUndefined();
  expect(codes).toHaveLength(1);
  expect(codes[0]).not.toEqual([]);
  expect(workspace.files('cdktf.out')).toEqual([]);
});

test('an output that a killed run had set aside is put back also if the catalog has an error', () => {
  workspace.write('.cdktf.out-abcDE1/next/manifest.json', 'never in place');
  workspace.write('.cdktf.out-abcDE1-aside/manifest.json', 'former');
  workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  expect(synthesize().written).toBeUndefined();
  expect(workspace.read('cdktf.out/manifest.json')).toBe('former');
});

test('what a former output gives rise to is reported after the check', () => {
  synthesize();
  workspace.edit('catalog/environments/sandbox.yaml', 'shards: 1', 'shards: 2');
  expect(synthesize().codes).toEqual([[], ['shards-changed']]);
});

test.each<[string, Partial<SynthesisSettings>, string]>([
  ['an environment that does not exist', { environments: ['sandbx'] }, "there is no environment 'sandbx'"],
  ['the folder of the catalog as output', { out: 'catalog' }, "'catalog' cannot be the output folder"],
])('%s is wrong usage', (_, settings, message) => {
  expect(() => synthesize(settings)).toThrow(message);
  expect(() => synthesize(settings)).toThrow(UsageError);
});

test('an output that cannot be written is refused, which is not wrong usage', () => {
  writeFileSync(workspace.path('file'), '');
  let thrown: unknown;
  try {
    synthesize({ out: 'file' });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UserError);
  expect(thrown).not.toBeInstanceOf(UsageError);
  expect(String(thrown)).toContain(
    "cannot write 'file': a part of the path is a file, not a folder; it is as it was before",
  );
});
