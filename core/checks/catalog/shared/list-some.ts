/** How many items a message lists before it says how many more there are. */
const MAXIMUM_LISTED = 5;

/** Items as messages list them: `a, b and c`; `a, b, c, d, e and 2 more`. */
export function listSome(items: readonly string[]): string {
  const more = items.length - MAXIMUM_LISTED;
  const listed = more > 0 ? [...items.slice(0, MAXIMUM_LISTED), `${more} more`] : items;
  return [listed.slice(0, -1).join(', '), listed.at(-1) ?? ''].filter((part) => part !== '').join(' and ');
}
