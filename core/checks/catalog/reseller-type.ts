import type { Partner } from '../../model';
import { type Check, error } from './check';

const MAY_RESELL: readonly Partner['type'][] = ['reseller', 'white-label'];

/** Who stands above another partner is one that resells. */
export const resellerType: Check = {
  code: 'reseller-type',
  *find({ catalog: { partners } }) {
    for (const partner of partners.values()) {
      const reseller = partners.get(partner.value.reseller ?? '');
      if (!reseller || MAY_RESELL.includes(reseller.value.type)) continue;
      yield error(
        partner.at(['reseller']),
        `partner '${reseller.name}', named as the reseller of '${partner.name}', is of type ${reseller.value.type}`,
        `resellers are of type ${MAY_RESELL.join(' or ')}; change its type, or name another`,
      );
    }
  },
};
