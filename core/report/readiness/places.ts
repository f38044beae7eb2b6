import type { Places } from '../../readiness';
import { formatNumber } from './numbers';

/** The first place, and how many there are in addition: `catalog/tiers/paid.yaml:3 and 2 more`. Empty if there is none. */
export function firstPlace({ count, first: [place] }: Places, format = (text: string) => text): string {
  if (!place) return '';
  const rest = count > 1 ? ` and ${formatNumber(count - 1)} more` : '';
  return `${format(`${place.file}:${place.line}`)}${rest}`;
}
