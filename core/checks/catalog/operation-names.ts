import { cut } from '../../model/messages/shown';

/** Operations that a message names before it says how many more there are. */
const NAMED = 5;

/** Operations as messages name them: `operations 'a', 'b' and 3 more`. */
export function namedOperations(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).map((id) => `'${cut(id)}'`);
  const more = ids.length - named.length;
  return `${ids.length === 1 ? 'operation' : 'operations'} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
