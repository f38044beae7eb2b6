import { mostUsed } from '../../edit/most-used';
import type { Catalog } from '../../model';

/** The mail domain of most teams. */
export function mailDomain({ teams }: Catalog): string {
  const domains = [...teams.values()].map(({ value }) => value.email.slice(value.email.lastIndexOf('@') + 1));
  return mostUsed(domains) ?? 'operator.example';
}
