import type { Method } from '../../model';
import { isMap } from '../../model';
import { shown } from '../../model/messages/shown';
import type { Report } from './findings';
import { METHOD_KEYS, PATH_ITEM_KEYS, reportUnknownKeys } from './known-keys';
import { type Located, memberOf, membersOf } from './located';
import { reportInItems } from './misplaced-security';
import { follow, type OpenApiFiles } from './reference';

/** An operation of a path item, before it is read. */
export interface WrittenOperation {
  readonly method: Method;
  readonly value: Located;
  /** The `servers` of the path item. */
  readonly servers?: Located | undefined;
}

/**
 * The operations of a path item, and those of the target of its `$ref`. OpenAPI does not define which one applies if both define the
 * same operation, so that is an error.
 */
export function writtenOperations(
  report: Report,
  files: OpenApiFiles,
  path: string,
  written: Located,
): readonly WrittenOperation[] {
  const layers: Located[] = [];
  const followed = follow(files, written, (reference) => layers.push(reference));
  if ('broken' in followed) {
    const { at, what, hint } = followed.broken;
    report({ message: `$ref of path ${shown(path)} ${what}`, at, hint });
    return [];
  }
  layers.push(followed.target);
  const found = new Map<Method, WrittenOperation>();
  for (const layer of layers) {
    if (!isMap(layer.value)) {
      report({
        message: `path ${shown(path)} is not a map of operations`,
        at: layer,
        hint: "write 'get:', 'post:' … below it",
      });
      return [];
    }
    reportUnknownKeys(report, layer, PATH_ITEM_KEYS, 'a path item', true);
    reportInItems(report, layer);
    const servers = memberOf(layer, 'servers');
    for (const { method, value } of [...ofMethods(layer), ...additional(report, layer)]) {
      const earlier = found.get(method);
      if (!earlier) found.set(method, { method, value, servers });
      else
        report({
          message: `${method} of path ${shown(path)} is defined twice: next to '$ref' and in its target`,
          at: earlier.value,
          part: 'key',
          hint: 'remove one of the two; OpenAPI does not define which one applies',
        });
    }
  }
  return [...found.values()];
}

function ofMethods(item: Located): readonly WrittenOperation[] {
  return METHOD_KEYS.flatMap((key) => {
    const value = memberOf(item, key);
    return value ? [{ method: key.toUpperCase(), value }] : [];
  });
}

/** Operations of other methods, which have a separate key in OpenAPI 3.2. */
function additional(report: Report, item: Located): readonly WrittenOperation[] {
  const map = memberOf(item, 'additionalOperations');
  if (!map) return [];
  if (!isMap(map.value))
    report({ message: "'additionalOperations' is not a map", at: map, hint: "write 'COPY:' … below it" });
  return membersOf(map).flatMap(([method, value]) => {
    if (!(METHOD_KEYS as readonly string[]).includes(method.toLowerCase())) return [{ method, value }];
    report({
      message: `${shown(method)} has a key of its own in a path item`,
      at: value,
      part: 'key',
      hint: `write it as '${method.toLowerCase()}' in the path item`,
    });
    return [];
  });
}
