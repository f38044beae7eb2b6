import type { Programme } from '../kinds';
import type { Catalog, Entry } from './catalog';

/** The programme of a catalog: its first Programme document, if there is one. A check reports others. */
export function programmeOf({ programmes }: Catalog): Entry<Programme> | undefined {
  const [first] = programmes.values();
  return first;
}
