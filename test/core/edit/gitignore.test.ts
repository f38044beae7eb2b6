import { readFileSync } from 'node:fs';
import { extendGitignore } from '../../../core/edit/gitignore';
import { Workspace } from '../../cli/workspace';

describe('extendGitignore', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
  });
  afterEach(() => workspace.dispose());

  const extend = (bytes: string | Uint8Array) => {
    workspace.write('.gitignore', bytes);
    const change = extendGitignore(workspace.path('.gitignore'), 'node_modules/\n.terraform/\n');
    return { change, bytes: readFileSync(workspace.path('.gitignore')) };
  };

  test.each([
    ['*.log\n', '*.log\nnode_modules/\n.terraform/\n'],
    ['*.log', '*.log\nnode_modules/\n.terraform/\n'],
    ['*.log\r\nnode_modules\r\n', '*.log\r\nnode_modules\r\n.terraform/\r\n'],
    ['', 'node_modules/\n.terraform/\n'],
    ['/.terraform/\nnode_modules/\n', '/.terraform/\nnode_modules/\n'],
  ])('appends the missing lines with the line endings of the file: %j', (before, after) => {
    expect(extend(before).bytes.toString()).toBe(after);
  });

  test('does not change a file that is not UTF-8', () => {
    const before = Buffer.from('\ufeff*.log\n', 'utf16le');
    const { change, bytes } = extend(before);
    expect(change).toEqual({ missing: ['node_modules/', '.terraform/'], problem: 'it is not UTF-8 text' });
    expect(bytes.equals(before)).toBe(true);
  });
});
