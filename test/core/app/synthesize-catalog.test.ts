import { writeFileSync } from 'node:fs';
import {
  resolveCatalogFolder,
  type SynthesisRequest,
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

/** Runs the use case; returns its result, and the codes of each reported list of findings. */
function synthesize(changes: Partial<SynthesisRequest> = {}): {
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

test('writes the output below the working directory and summarizes each environment', () => {
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

test('reports an error in the catalog and writes nothing', () => {
  workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  const { written, codes } = synthesize();
  expect(written).toBeUndefined();
  expect(codes).toHaveLength(1);
  expect(codes[0]).not.toEqual([]);
  expect(workspace.files('cdktf.out')).toEqual([]);
});

test('restores the output that a killed run had set aside, even if the catalog has an error', () => {
  workspace.write('.cdktf.out-abcDE1/next/manifest.json', 'never in place');
  workspace.write('.cdktf.out-abcDE1-aside/manifest.json', 'previous');
  workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  expect(synthesize().written).toBeUndefined();
  expect(workspace.read('cdktf.out/manifest.json')).toBe('previous');
});

test('reports findings about the previous output after those of the check', () => {
  synthesize();
  workspace.edit('catalog/environments/sandbox.yaml', 'shards: 1', 'shards: 2');
  expect(synthesize().codes).toEqual([[], ['shards-differ-from-output']]);
});

test.each<[string, Partial<SynthesisRequest>, string]>([
  ['an environment that does not exist', { environments: ['sandbx'] }, "environment 'sandbx' does not exist"],
  ['the catalog folder as output', { out: 'catalog' }, "'catalog' cannot be the output folder"],
])('rejects %s as a usage error', (_, settings, message) => {
  expect(() => synthesize(settings)).toThrow(message);
  expect(() => synthesize(settings)).toThrow(UsageError);
});

test('rejects an output that cannot be written, but not as a usage error', () => {
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
    "cannot write 'file': a part of the path is a file, not a folder; nothing was changed",
  );
});
