import type { Partner } from '../../model';
import { type Check, found } from '../check';

const RESELLER_TYPES: readonly Partner['type'][] = ['reseller', 'white-label'];

export const notAReseller: Check<'not-a-reseller'> = {
  code: 'not-a-reseller',
  severity: 'error',
  per: 'catalog',
  summary: 'The reseller of a partner is not of type `reseller` or `white-label`.',
  rationale: 'only partners of these types have agreed to be responsible for the partners that they sell to',
  fix: 'Correct the type of the reseller, or name another partner.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: globex
type: agency
`,
    prefer: `kind: Partner
name: globex
type: reseller
`,
  },
  *find({ catalog: { partners } }) {
    for (const partner of partners.values()) {
      const reseller = partners.get(partner.value.reseller ?? '');
      if (!reseller || RESELLER_TYPES.includes(reseller.value.type)) continue;
      yield found(
        partner.at(['reseller']),
        `partner '${reseller.name}' is the reseller of '${partner.name}', but its type is ${reseller.value.type}`,
        `resellers have the type ${RESELLER_TYPES.join(' or ')}; correct the type of '${reseller.name}', or name another reseller`,
      );
    }
  },
};
