import type { Import } from './imports';
import { type Allowance, TABLE } from './table';
import { partOf, type Tree, targetOf } from './tree';

/** Every violation of the import table, one line each. */
export function violations(tree: Tree): readonly string[] {
  const lines: string[] = [];
  for (const [file, imports] of tree) {
    const allowance = TABLE[partOf(file)];
    if (!allowance) lines.push(`${file} is in no part of the import table`);
    else for (const one of imports) lines.push(...violationsOf(file, one, allowance, tree));
  }
  return lines;
}

function violationsOf(file: string, one: Import, allowance: Allowance, tree: Tree): readonly string[] {
  const { specifier } = one;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    if (allowance.never?.includes(specifier)) return [`${file} must not import ${specifier}`];
    return allowance.packages.includes(name) || allowance.packages.includes(specifier)
      ? []
      : [`${file} must not import the package ${name}`];
  }
  const target = targetOf(file, specifier, tree);
  if (target === undefined) return [`${file} imports ${specifier}, which is not a source file`];
  const part = partOf(target);
  if (part === partOf(file)) return [];
  if (allowance.never?.some((folder) => isBelow(target, folder))) return [`${file} must not import ${target}`];
  const ours = allowance.ours.find((each) => isBelow(target, each.replace(' (types)', '')));
  if (ours === undefined) return [`${file} must not import ${target}`];
  if (ours.endsWith(' (types)') && !one.typeOnly) return [`${file} may import only types from ${target}`];
  return indexedNames(one, target, tree).map(
    (name) => `${file} must import ${name} from the index of ${part}, not from ${target}`,
  );
}

/** The names that an import takes from a file of a part although the index of the part exports them. */
function indexedNames({ names }: Import, target: string, tree: Tree): readonly string[] {
  const index = `${partOf(target)}/index.ts`;
  if (target === index) return [];
  const offered = new Set((tree.get(index) ?? []).flatMap((each) => each.names));
  return names.filter((name) => name !== '*' && offered.has(name));
}

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

/** `@scope/name` of `@scope/name/deep`; `node` for Node's built-in modules, which always have the prefix `node:`. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
