import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, Workspace } from '../cli/workspace';

const EXAMPLE = readFileSync(path.join(ROOT, 'examples/catalog/gatewright.catalog.ts'), 'utf8');

describe('examples/catalog', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('programme');
    workspace.remove('catalog/programme.yaml');
    workspace.remove('catalog/contracts/standard.yaml');
  });
  afterEach(() => workspace.dispose());

  test('replaces the Programme and the contract template that init writes', () => {
    workspace.write('catalog/gatewright.catalog.ts', EXAMPLE);
    const { stdout, stderr, status } = workspace.spawn(['check', '--strict', '--as-of', '2026-11-02']);
    expect({ stdout, stderr, status }).toEqual({
      stdout: 'no problems found in 12 documents (10 files), as of 2026-11-02\n',
      stderr: '',
      status: 0,
    });
    const report = workspace.spawn(['report', 'readiness', '--as-of', '2026-11-02']).stdout;
    expect(report).toContain('Readiness of Northwind Open Network');
  });

  test('has a finding at the line that defines the document', () => {
    const text = EXAMPLE.replace("apis: ['coverage']", "apis: ['covrage']");
    expect(text).not.toBe(EXAMPLE);
    workspace.write('catalog/gatewright.catalog.ts', text);
    const line = text.split('\n').findIndex((each) => each.includes('defineUseCase({')) + 1;
    const { stdout, status } = workspace.spawn(['check', '--as-of', '2026-11-02']);
    expect(status).toBe(1);
    expect(stdout).toContain(`catalog/gatewright.catalog.ts:${line}:3 error unknown-reference`);
    expect(stdout).toContain("did you mean 'coverage'?");
  });
});
