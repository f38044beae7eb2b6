import type { Path } from '../../model';
import { isMap, type Json } from '../../model';

/** The references to one target. */
export interface WrittenReference {
  /** Path of the `$ref` of the first one. */
  readonly first: Path;
  readonly count: number;
}

/** Keys whose values are data, in which `$ref` has no meaning. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value', 'dataValue']);

/** Keys of maps whose keys are names: `example` is a name there. */
const NAMED =
  /^(properties|patternProperties|dependentSchemas|\$defs|definitions|schemas|responses|parameters|examples|requestBodies|headers|securitySchemes|links|callbacks|pathItems|mediaTypes|content|paths|webhooks)$/;

/**
 * Finds certain references of a definition, in the order of the file. Examples and extensions are data, path items are read
 * elsewhere, and references in a schema with `$id` are relative to that.
 *
 * @param targets the name of the target of each `$ref` to find
 * @returns by target
 */
export function writtenReferences(
  root: Json,
  targets: ReadonlyMap<string, string>,
): ReadonlyMap<string, WrittenReference> {
  const found = new Map<string, WrittenReference>();
  const path: (string | number)[] = [];
  const visit = (value: Json, isNamed: boolean): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of (value as readonly Json[]).entries()) {
        if (typeof item !== 'object' || item === null) continue;
        path.push(index);
        visit(item, false);
        path.pop();
      }
      return;
    }
    if (!isMap(value) || (!isNamed && path.length > 0 && typeof value.$id === 'string')) return;
    for (const [key, inner] of Object.entries(value)) {
      const target = key === '$ref' && typeof inner === 'string' ? targets.get(inner) : undefined;
      if (target !== undefined && !isPathItem(path)) {
        const known = found.get(target);
        found.set(target, { first: known?.first ?? [...path, key], count: (known?.count ?? 0) + 1 });
      }
      if (typeof inner !== 'object' || inner === null || (!isNamed && isData(key, inner))) continue;
      path.push(key);
      visit(inner, !isNamed && NAMED.test(key) && !Array.isArray(inner));
      path.pop();
    }
  };
  // The depth of a text is limited when it is read.
  visit(root, false);
  return found;
}

function isData(key: string, value: Json): boolean {
  return key.startsWith('x-') || DATA.has(key) || (key === 'examples' && Array.isArray(value));
}

/** Whether a path leads to a path item below `paths`, or to an operation of one. */
function isPathItem(path: Path): boolean {
  return path[0] === 'paths' && path.length <= 3;
}
