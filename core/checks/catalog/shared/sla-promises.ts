import type { ApiEntry, Catalog, Entry, Partner, Sla, Tier } from '../../../model';
import { deviationPeriod, originOf } from '../../../model';
import { type EffectiveSla, effectiveSla, offeredSla, type SlaSource } from '../../../view';
import { deviationSla, type WrittenSla, writtenSlas } from './written-slas';

/** The service level of a tier, or of a partner that deviates from one, and the APIs for which it is promised. */
export interface SlaPromise extends WrittenSla {
  readonly tier: Entry<Tier>;
  /** The partner whose contract deviates; undefined for the tier itself. */
  readonly partner?: Entry<Partner>;
  readonly apis: readonly ApiEntry[];
  /** The service level for one of the APIs. */
  effective(api: ApiEntry): EffectiveSla;
}

/**
 * The promises of a catalog: of each tier, and of each deviation that has not ended. Nothing is promised yet by a draft of a tier,
 * or for the draft of an API, and nothing any more for a retired API.
 */
export function slaPromises(catalog: Catalog, asOf: string): readonly SlaPromise[] {
  const tiers = [...catalog.tiers.values()].filter(({ value }) => value.status !== 'draft');
  const ofTiers = tiers.map((tier) => {
    const [sla = { owner: `tier '${tier.name}'`, sla: NOTHING, path: ['sla'], at: () => tier.at() }] =
      writtenSlas(tier);
    return promise(tier, apisAt(catalog, tier), sla, []);
  });
  return [...ofTiers, ...[...catalog.partners.values()].flatMap((partner) => deviating(catalog, partner, asOf))];
}

/** Whether anything is promised for an API. */
export function isPromised({ value }: ApiEntry): boolean {
  return value.lifecycle !== 'draft' && value.lifecycle !== 'retired';
}

const NOTHING: Sla = Object.freeze({});

function deviating(catalog: Catalog, partner: Entry<Partner>, asOf: string): readonly SlaPromise[] {
  return (partner.value.contract.deviations ?? []).flatMap((deviation, index) => {
    const tier = catalog.tiers.get(deviation.tier);
    const { end } = deviationPeriod(partner.value, deviation);
    if (!tier || tier.value.status === 'draft' || (end !== undefined && end <= asOf)) return [];
    return deviationSla(partner, index).map((sla) => {
      const source: SlaSource = {
        sla: sla.sla,
        originOf: ([, ...below]) => originOf(partner, [...sla.path, ...below]),
      };
      return { ...promise(tier, apisAt(catalog, tier), sla, [source]), partner };
    });
  });
}

function promise(
  tier: Entry<Tier>,
  apis: readonly ApiEntry[],
  sla: WrittenSla,
  deviations: readonly SlaSource[],
): SlaPromise {
  return { ...sla, tier, apis, effective: (api) => effectiveSla([...deviations, ...offeredSla(api, tier)]) };
}

function apisAt(catalog: Catalog, tier: Entry<Tier>): readonly ApiEntry[] {
  return [...catalog.apis.values()].filter((api) => isPromised(api) && api.value.tiers.includes(tier.name));
}
