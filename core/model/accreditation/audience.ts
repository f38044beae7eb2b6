import type { NamedValue } from '../catalog/catalog';
import type { Api, Partner, Programme } from '../kinds';
import { isAtLeast } from './level';

/**
 * Whether an API is open to a partner as far as its `audience` decides: it is not a preview, has no audience, names the partner, or
 * names a level that the partner has or exceeds from a day on. An accreditation that has ended counts, because otherwise a catalog
 * would become invalid on that day without a change; a check reports it.
 *
 * @param day 'YYYY-MM-DD'
 */
export function isInAudience(
  { lifecycle, audience }: Api,
  { name, value: { accreditation } }: NamedValue<Partner>,
  programme: Programme | undefined,
  day: string,
): boolean {
  if (lifecycle !== 'preview' || audience === undefined || audience.partners?.includes(name)) return true;
  const level = accreditation && accreditation.since <= day ? accreditation.level : undefined;
  return audience.levels?.some((wanted) => isAtLeast(programme, level, wanted)) ?? false;
}
