import { partiesOf } from '../../model';
import { type Check, found } from '../check';

export const contractEnded: Check<'contract-ended'> = {
  code: 'contract-ended',
  severity: 'warning',
  per: 'catalog',
  summary: 'The contract of a partner whose applications have credentials has ended.',
  rationale: 'the gateway refuses all calls of the partner',
  fix: 'Write the new `end` if the contract was extended, or remove the credentials of its applications.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: initech
contract: { end: 2026-11-01 }
`,
    prefer: `kind: Partner
name: initech
contract: { end: 2027-11-01 }
`,
  },
  *find({ catalog, asOf }) {
    const partners = new Set<string>();
    for (const application of catalog.applications.values()) {
      if (application.value.credentials) partners.add(partiesOf(catalog.partners, application).owner.name);
    }
    for (const partner of catalog.partners.values()) {
      const { accepted, end } = partner.value.contract;
      if (end === undefined || asOf < end || !partners.has(partner.name)) continue;
      // Another check reports an end before the start.
      if (accepted !== undefined && end <= accepted.on) continue;
      yield found(
        partner.at(['contract', 'end']),
        `the contract of partner '${partner.name}' ended on ${end}, so its applications have no access`,
        'write the new `end`, or remove the credentials',
      );
    }
  },
};
