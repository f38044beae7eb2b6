import { cut } from '../../../model/messages/shown';

/** How many operations a message lists before it says how many more there are. */
const MAXIMUM_LISTED = 5;

/** Operations as messages list them: `operations 'a', 'b' and 3 more`. */
export function listOperations(ids: readonly string[]): string {
  const listed = ids.slice(0, MAXIMUM_LISTED).map((id) => `'${cut(id)}'`);
  const more = ids.length - listed.length;
  return `${ids.length === 1 ? 'operation' : 'operations'} ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
