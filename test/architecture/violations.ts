import type { Import } from './imports';
import { type Allowance, TABLE } from './table';
import { componentOf, type Tree, targetOf } from './tree';

/** Every violation of the import table, one line each. */
export function violations(tree: Tree): readonly string[] {
  const lines: string[] = [];
  for (const [file, imports] of tree) {
    const allowance = TABLE[componentOf(file)];
    if (!allowance) lines.push(`${file} is in no component of the import table`);
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
  const component = componentOf(target);
  if (component === componentOf(file)) return [];
  if (allowance.never?.some((folder) => isBelow(target, folder))) return [`${file} must not import ${target}`];
  const allowed = allowance.components.find((each) => isBelow(target, each.replace(' (types)', '')));
  if (allowed === undefined) return [`${file} must not import ${target}`];
  if (allowed.endsWith(' (types)') && !one.typeOnly) return [`${file} may import only types from ${target}`];
  return indexedNames(one, target, tree).map(
    (name) => `${file} must import ${name} from the index of ${component}, not from ${target}`,
  );
}

/** The names that an import takes from a file of a component although the index of the component exports them. */
function indexedNames({ names }: Import, target: string, tree: Tree): readonly string[] {
  const index = `${componentOf(target)}/index.ts`;
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
  const segments = specifier.split('/');
  return segments.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
