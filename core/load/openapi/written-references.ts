import type { Path } from '../../model';
import { isMap, type Json } from '../../model';

/** Where `$ref`s to one target are written. */
export interface WrittenReference {
  /** Path of the first one, that of `$ref` itself. */
  readonly first: Path;
  readonly count: number;
}

/** Keys below which there is data: a `$ref` in it refers to nothing. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value', 'dataValue']);

/** Keys of maps whose own keys are names, so that `example` is a name there. */
const NAMED =
  /^(properties|patternProperties|dependentSchemas|\$defs|definitions|schemas|responses|parameters|examples|requestBodies|headers|securitySchemes|links|callbacks|pathItems|mediaTypes|content|paths|webhooks)$/;

/**
 * Where a definition has certain `$ref`s, in the order of the file. Examples and extensions are data, path items are read elsewhere,
 * and references in a schema with `$id` count from that.
 *
 * @param targets the name of the target of each `$ref` that is looked for
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
  // The depth of a text is bounded where it is read.
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
