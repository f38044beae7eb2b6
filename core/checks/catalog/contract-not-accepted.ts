import { type Check, warning } from './check';

/** Somebody accepted the contract of a partner that is approved. */
export const contractNotAccepted: Check = {
  code: 'contract-not-accepted',
  *find({ catalog }) {
    for (const partner of catalog.partners.values()) {
      const { approval, contract } = partner.value;
      if (approval.status !== 'approved' || contract.accepted) continue;
      yield warning(
        partner.at(['contract'], 'key'),
        `partner '${partner.name}' is approved, but nobody accepted its contract: it is served in sandboxes only`,
        'add `accepted` with the day and the person',
      );
    }
  },
};
