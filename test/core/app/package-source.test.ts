import { packageSource } from '../../../core/app/package-source';
import { Workspace } from '../../cli/workspace';

describe('the package that a new programme depends on comes from', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.write('at/node_modules/gatewright/package.json', '{ "version": "1.2.3" }');
  });
  afterEach(() => workspace.dispose());

  const sourceWith = (resolved: string | undefined) => {
    const packages = { 'node_modules/gatewright': { version: '1.2.3', resolved } };
    workspace.write('at/node_modules/.package-lock.json', JSON.stringify({ packages }));
    return packageSource(workspace.path('at/node_modules/gatewright'));
  };

  test('the registry, where this one came from there', () => {
    const registry = { from: 'registry', version: '1.2.3' };
    expect(sourceWith('https://registry.example/gatewright/-/gatewright-1.2.3.tgz')).toEqual(registry);
  });

  test('the tarball of this one, where that is there', () => {
    workspace.write('g.tgz', 'packed');
    const path = workspace.path('g.tgz');
    expect(sourceWith('file:../g.tgz')).toEqual({ from: 'tarball', tarball: 'g.tgz', path });
  });

  test('one that has to be packed, where the tarball is gone, nobody knows it or this is a clone', () => {
    const path = workspace.path('at/node_modules/gatewright');
    const tarball = 'gatewright-1.2.3.tgz';
    expect(sourceWith('file:../g.tgz')).toEqual({ from: 'folder', tarball, path });
    expect(sourceWith('git+ssh://git@host.example/gatewright.git')).toEqual({ from: 'folder', tarball, path });
    expect(sourceWith(undefined)).toEqual({ from: 'folder', tarball, path });
    workspace.write('at/node_modules/.package-lock.json', 'no list');
    expect(packageSource(path)).toEqual({ from: 'folder', tarball, path });
    workspace.write('clone/package.json', '{ "version": "1.2.3" }');
    expect(packageSource(workspace.path('clone'))).toEqual({ from: 'folder', tarball, path: workspace.path('clone') });
  });
});
