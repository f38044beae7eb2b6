import { packageSource } from '../../../core/app/package-source';
import { Workspace } from '../../cli/workspace';

describe('packageSource', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.write('at/node_modules/gatewright/package.json', '{ "version": "1.2.3" }');
  });
  afterEach(() => workspace.dispose());

  const sourceFor = (resolved: string | undefined) => {
    const packages = { 'node_modules/gatewright': { version: '1.2.3', resolved } };
    workspace.write('at/node_modules/.package-lock.json', JSON.stringify({ packages }));
    return packageSource(workspace.path('at/node_modules/gatewright'));
  };

  test('returns the registry if this package was installed from there', () => {
    const registry = { from: 'registry', version: '1.2.3' };
    expect(sourceFor('https://registry.example/gatewright/-/gatewright-1.2.3.tgz')).toEqual(registry);
  });

  test('returns the tarball that this package was installed from if it still exists', () => {
    workspace.write('g.tgz', 'packed');
    const path = workspace.path('g.tgz');
    expect(sourceFor('file:../g.tgz')).toEqual({ from: 'tarball', tarball: 'g.tgz', path });
  });

  test('returns the folder to pack if the tarball is gone, the origin is unknown or this is a clone', () => {
    const path = workspace.path('at/node_modules/gatewright');
    const tarball = 'gatewright-1.2.3.tgz';
    expect(sourceFor('file:../g.tgz')).toEqual({ from: 'folder', tarball, path });
    expect(sourceFor('git+ssh://git@host.example/gatewright.git')).toEqual({ from: 'folder', tarball, path });
    expect(sourceFor(undefined)).toEqual({ from: 'folder', tarball, path });
    workspace.write('at/node_modules/.package-lock.json', 'not JSON');
    expect(packageSource(path)).toEqual({ from: 'folder', tarball, path });
    workspace.write('clone/package.json', '{ "version": "1.2.3" }');
    expect(packageSource(workspace.path('clone'))).toEqual({ from: 'folder', tarball, path: workspace.path('clone') });
  });
});
