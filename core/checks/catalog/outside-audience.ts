import { getOwn, isInAudience, partiesOf, programmeOf } from '../../model';
import { type Check, found } from '../check';

export const outsideAudience: Check<'outside-audience'> = {
  code: 'outside-audience',
  severity: 'error',
  per: 'application',
  summary:
    'An application subscribes to a preview whose `audience` includes neither its owner nor a reseller of the owner.',
  rationale: 'a preview is restricted because it may change or fail, and no one has agreed on that with this partner',
  fix: "Add the partner to the API's `audience.partners`, or remove the subscription.",
  details:
    'A level in `audience.levels` includes every level of a higher rank. An accreditation that has ended still counts: [accreditation-ended](#accreditation-ended) reports it.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
lifecycle: preview
audience: { levels: [gold] }
---
kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
  - api: sim-swap
    tier: free
    scopes: [sim-swap:retrieve, sim-swap:date]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
    prefer: `kind: Api
name: device-location
lifecycle: preview
audience: { levels: [gold], partners: [initech] }
---
kind: Application
partner: initech
name: portal
subscriptions:
  - api: device-location
    tier: free
    scopes: [location:read]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
  - api: sim-swap
    tier: free
    scopes: [sim-swap:retrieve, sim-swap:date]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
  },
  joined: (count) => `in ${count} subscriptions`,
  *find(application, { catalog, subscriptionsOf, asOf }) {
    const programme = programmeOf(catalog)?.value;
    const { owner, resellers } = partiesOf(catalog.partners, application);
    for (const { api, value, environments, at } of subscriptionsOf(application.id)) {
      // A subscription that does not and will not grant anything gives no access to the preview.
      if (!api || environments.length === 0) continue;
      const { audience } = api.value;
      // A name that does not exist may have been meant as this partner's, or as its level.
      if (audience?.partners?.some((name) => !catalog.partners.has(name))) continue;
      if (audience?.levels?.some((level) => getOwn(programme?.levels, level) === undefined)) continue;
      const day = value.start !== undefined && value.start > asOf ? value.start : asOf;
      if ([owner, ...resellers].some((partner) => isInAudience(api.value, partner, programme, day))) continue;
      yield found(
        at(['api']),
        `api '${api.name}' is a preview, and its audience does not include partner '${owner.name}'`,
        `add '${owner.name}' to the API's \`audience.partners\`, or remove the subscription`,
      );
    }
  },
};
