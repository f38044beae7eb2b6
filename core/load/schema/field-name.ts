import type { Path } from '../../model';
import { cut } from '../../model/messages/shown';

/** The name of the value at a path in messages: `'tier'`, `item 2 of 'scopes'`. */
export function name(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  return typeof last === 'string' ? `'${cut(last)}'` : `item ${last + 1} of ${name(path.slice(0, -1))}`;
}
