import type { ApplicationEntry, Origin, Parties } from '../../model';
import { originOf } from '../../model';

/** The fields that name the owner and the resellers of an application: `onBehalfOf`, and the `reseller` of each partner. */
export function partyOrigins(application: ApplicationEntry, { owner, resellers }: Parties): readonly Origin[] {
  const isOnBehalf = owner.name !== application.partner.name;
  // Each of these names the next reseller; the last one names none.
  const naming = isOnBehalf ? resellers : [owner, ...resellers];
  return [
    ...(isOnBehalf ? [originOf(application, ['onBehalfOf'])] : []),
    ...naming.slice(0, -1).map((partner) => originOf(partner, ['reseller'])),
  ];
}
