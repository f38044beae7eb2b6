import { commandLine, isMap, type Path } from '../../model';
import { textOf } from '../../model/base/json';
import type { ValidatedDocument } from './schema-error';

/** The hint for an invalid seal of a tier, for which there can be no example, because it depends on the terms. */
export function sealHint({ kind, root }: ValidatedDocument, [field, ...rest]: Path): string | undefined {
  if (kind !== 'Tier' || !isMap(root)) return undefined;
  if (field === 'sealed' && rest.length === 0)
    return `remove it, then run \`${commandLine('seal', textOf(root.name) || 'TIER')}\``;
  if (field !== 'previous' || rest.length === 0) return undefined;
  const removed = Array.isArray(root.previous) && root.previous.length > 1 ? 'it' : '`previous`';
  return `if the tier has no terms file of that version, remove ${removed}; otherwise write the version, a colon and the digest that \`sha256sum\` prints`;
}
