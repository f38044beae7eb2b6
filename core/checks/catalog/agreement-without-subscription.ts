import {
  type Catalog,
  deviationPeriod,
  type Entry,
  isInPeriod,
  isLater,
  type Partner,
  type Position,
  partiesOf,
} from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, type Found, found } from '../check';

export const agreementWithoutSubscription: Check<'agreement-without-subscription'> = {
  code: 'agreement-without-subscription',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A contract deviates from a tier or keeps an earlier version of its terms, or a tier was negotiated for a partner, but no application of the partner subscribes at the tier.',
  rationale: 'the agreement does not apply to any call',
  fix: 'Add the subscription, correct the name of the tier, or end the agreement.',
  details:
    'The contract of the partner that buys counts: the `partner` of the application, which is the reseller if the application has `onBehalfOf`. A tier may be negotiated for the owner of an application or for one of its resellers. Agreements that have ended are not reported.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: initech
contract:
  deviations:
    - tier: paid # its application subscribes at tier 'free'
      sla: { minimumCalls: 1000 }
      from: 2026-10-01
      reason: Agreed for the first year.
      approvedBy: finance@operator.example
`,
    prefer: `kind: Partner
name: initech
contract:
  deviations:
    - tier: free
      sla: { minimumCalls: 1000 }
      from: 2026-10-01
      reason: Agreed for the first year.
      approvedBy: finance@operator.example
`,
  },
  *find({ catalog, asOf }) {
    // Any of them may have the subscription.
    if (anyUnread(catalog, 'Application') || anyUnread(catalog, 'Partner')) return;
    const { bought, used, uncertain } = subscribed(catalog);
    for (const partner of catalog.partners.values()) {
      if (uncertain.has(partner.name)) continue;
      for (const { tier, label, at } of agreementsOf(partner, asOf)) {
        // An unknown tier is reported as such.
        if (!catalog.tiers.has(tier) || bought.has(`${partner.name} ${tier}`)) continue;
        yield found(
          at(),
          `contract of partner '${partner.name}' ${label} tier '${tier}', but none of its applications subscribes at it`,
          'add a subscription, correct the name of the tier, or end the agreement',
        );
      }
    }
    yield* negotiated(catalog, used, uncertain);
  },
};

/** Pairs of partner and tier, as `acme-bank paid`. */
interface Subscribed {
  /** Of the partners that buy. */
  readonly bought: ReadonlySet<string>;
  /** Of owners and resellers, for whom the tier may have been negotiated. */
  readonly used: ReadonlySet<string>;
  /** Partners with a subscription that names an unknown tier, which may have been meant as any tier. */
  readonly uncertain: ReadonlySet<string>;
}

function subscribed(catalog: Catalog): Subscribed {
  const bought = new Set<string>();
  const used = new Set<string>();
  const uncertain = new Set<string>();
  for (const application of catalog.applications.values()) {
    const { owner, resellers } = partiesOf(catalog.partners, application);
    for (const { tier } of application.value.subscriptions ?? []) {
      bought.add(`${application.partner.name} ${tier}`);
      for (const { name } of [owner, ...resellers]) {
        used.add(`${name} ${tier}`);
        if (!catalog.tiers.has(tier)) uncertain.add(name);
      }
    }
  }
  return { bought, used, uncertain };
}

/** What a contract agrees about tiers, now or later. */
function* agreementsOf(
  partner: Entry<Partner>,
  asOf: string,
): Iterable<{ readonly tier: string; readonly label: string; at(): Position }> {
  const { deviations = [], terms = [] } = partner.value.contract;
  for (const [index, deviation] of deviations.entries()) {
    const { end } = deviationPeriod(partner.value, deviation);
    if (!isInPeriod(asOf, undefined, end)) continue;
    yield {
      tier: deviation.tier,
      label: 'deviates from',
      at: () => partner.at(['contract', 'deviations', index, 'tier']),
    };
  }
  for (const [index, { tier, version, until }] of terms.entries()) {
    if (!isLater(until, asOf)) continue;
    yield {
      tier,
      label: `keeps version ${version} of the terms of`,
      at: () => partner.at(['contract', 'terms', index, 'tier']),
    };
  }
}

function* negotiated(catalog: Catalog, used: ReadonlySet<string>, uncertain: ReadonlySet<string>): Iterable<Found> {
  for (const tier of catalog.tiers.values()) {
    if (tier.value.status !== 'active') continue;
    for (const [index, name] of (tier.value.partners ?? []).entries()) {
      if (!catalog.partners.has(name) || uncertain.has(name) || used.has(`${name} ${tier.name}`)) continue;
      yield found(
        tier.at(['partners', index]),
        `tier '${tier.name}' was negotiated for partner '${name}', but none of its applications subscribes at it`,
        'add a subscription, remove the partner, or write `status: archived`',
      );
    }
  }
}
