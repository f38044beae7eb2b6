import { initProgramme } from '../../../core/app';
import { Workspace } from '../../cli/workspace';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => workspace.dispose());

test('returns the files that it writes and the commands to run next', () => {
  const { written, kept, gitignore, next } = initProgramme(workspace.folder, 'programme');
  expect([...written].sort()).toEqual(workspace.files('programme'));
  expect({ kept, gitignore }).toEqual({ kept: [], gitignore: undefined });
  expect(next.at(-1)).toMatch(/^cd programme && npm install && npx --no-install gatewright check$/);
});

test('keeps existing files and returns their names', () => {
  workspace.write('programme/README.md', 'mine\n');
  workspace.write('programme/.gitignore', 'node_modules/\n');
  const { written, kept, gitignore } = initProgramme(workspace.folder, 'programme');
  expect(written).not.toContain('README.md');
  expect(kept).toEqual(['README.md']);
  expect(gitignore?.missing).toContain('cdktf.out/');
  expect(workspace.read('programme/README.md')).toBe('mine\n');
});

test('rejects a folder with a catalog', () => {
  workspace.start('programme');
  expect(() => initProgramme(workspace.folder, '.')).toThrow("'.' already contains a catalog");
});
