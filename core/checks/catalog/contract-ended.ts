import { type Check, warning } from './check';

/** A partner with applications has a contract that still holds. */
export const contractEnded: Check = {
  code: 'contract-ended',
  *find({ catalog, asOf }) {
    const active = new Set<string>();
    for (const { partner, value } of catalog.applications.values()) if (value.credentials) active.add(partner.name);
    for (const partner of catalog.partners.values()) {
      const { accepted, end } = partner.value.contract;
      if (end === undefined || asOf < end || !active.has(partner.name)) continue;
      // An end before the beginning is a mistake that has a finding of its own.
      if (accepted !== undefined && end <= accepted.on) continue;
      yield warning(
        partner.at(['contract', 'end']),
        `contract of partner '${partner.name}' ended on ${end}: its applications are served nowhere`,
        'write the new end, or take the credentials out',
      );
    }
  },
};
