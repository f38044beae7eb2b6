import { componentOf, edges, type Tree } from './tree';

/** Every cycle of imports once, as a path of files. */
export function cycles(tree: Tree): readonly string[] {
  return cyclesOf([...edges(tree)]);
}

/**
 * Every cycle of folders once: between components, and at every depth between the files and folders of a folder. Imports of an index
 * are ignored, because it only re-exports.
 */
export function folderCycles(tree: Tree): readonly string[] {
  const all = [...edges(tree)].filter(([file]) => !file.endsWith('/index.ts'));
  const between = (unitOf: (file: string) => string | undefined) =>
    all.flatMap(([file, target]) => {
      const [from, to] = [unitOf(file), unitOf(target)];
      return from === undefined || to === undefined || from === to ? [] : [[from, to] as const];
    });
  const folders = new Set([...tree.keys()].flatMap(foldersOf));
  return [componentOf, ...[...folders].map((folder) => (file: string) => unitIn(folder, file))].flatMap((unitOf) =>
    cyclesOf(between(unitOf)),
  );
}

/** The folders that contain a file, starting with its component. */
function foldersOf(file: string): readonly string[] {
  const component = componentOf(file);
  const below = file.slice(component.length + 1).split('/');
  return below.map((_, depth) => [component, ...below.slice(0, depth)].join('/'));
}

/** The direct child of a folder that is or contains a file; undefined if the file is outside. */
export function unitIn(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}/`)) return undefined;
  const [first = ''] = file.slice(folder.length + 1).split('/');
  return `${folder}/${first}`;
}

function cyclesOf(edges: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of edges) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const found: string[] = [];
  const visited = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node);
    if (start >= 0) found.push([...trail.slice(start), node].join(' → '));
    if (start >= 0 || visited.has(node)) return;
    for (const target of targets.get(node) ?? []) visit(target, [...trail, node]);
    visited.add(node);
  };
  for (const node of targets.keys()) visit(node, []);
  return found;
}
