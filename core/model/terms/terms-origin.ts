import { type Origin, originIn } from '../catalog/origin';
import { termsName } from '../catalog/terms-file';
import type { Tier } from '../kinds';
import { sealsOf } from './seals';

/** The origin of the terms of a tier as it applies on a day: its document, or the terms file of the earlier version that it has. */
export function termsOrigin(tier: Tier): Origin {
  const isEarlier = sealsOf(tier).some(({ version, path }) => path[0] === 'previous' && version === tier.version);
  return tier.status !== 'draft' && isEarlier
    ? originIn('Terms', termsName(tier.name, tier.version), ['terms'])
    : originIn('Tier', tier.name);
}
