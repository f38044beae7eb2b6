import type { Api, Partner, Tier, UseCase } from '../model';
import type { Facts } from './facts';
import { PARTNER_STATUSES, type PartnerStatus, partnerStatus } from './partner-status';

/** The numbers of a programme. Every state is listed, also with 0. */
export interface Counts {
  readonly apis: {
    readonly total: number;
    readonly byLifecycle: Readonly<Record<Api['lifecycle'], number>>;
    /** Served in a production environment. */
    readonly inProduction: number;
  };
  readonly partners: {
    readonly total: number;
    readonly byStatus: Readonly<Record<PartnerStatus, number>>;
    readonly byType: Readonly<Record<Partner['type'], number>>;
    /** With access in production. */
    readonly active: number;
    /** Anchors of a use case, each counted once, by the best stage of its use cases. */
    readonly anchors: { readonly live: number; readonly pilot: number };
  };
  readonly applications: { readonly total: number; readonly inProduction: number };
  readonly subscriptions: { readonly total: number; readonly inProduction: number };
  readonly tiers: { readonly total: number; readonly byStatus: Readonly<Record<Tier['status'], number>> };
  readonly useCases: { readonly total: number; readonly byStage: Readonly<Record<UseCase['stage'], number>> };
  readonly contractTemplates: {
    readonly total: number;
    /** Versions that partners can accept. */
    readonly versions: number;
  };
}

const LIFECYCLES = ['published', 'preview', 'draft', 'deprecated', 'retired'] as const;
const TYPES = [
  'developer',
  'agency',
  'consulting',
  'technology',
  'integration',
  'franchise',
  'reseller',
  'affiliate',
  'white-label',
  'academic',
  'non-profit',
  'government',
] as const;
const TIER_STATUSES = ['active', 'draft', 'archived'] as const;
const STAGES = ['live', 'pilot', 'co-design', 'idea', 'ended'] as const;

/** Counts the documents of a programme by their states. */
export function countsOf(facts: Facts): Counts {
  const { catalog, asOf, productionApis, tiers, granted, contractVersions } = facts;
  const apis = [...catalog.apis.values()];
  const partners = [...catalog.partners.values()];
  const useCases = [...catalog.useCases.values()];
  const applications = [...catalog.applications.values()];
  return {
    apis: {
      total: apis.length,
      byLifecycle: tally(LIFECYCLES, apis, ({ value }) => value.lifecycle),
      inProduction: productionApis.length,
    },
    partners: {
      total: partners.length,
      byStatus: tally(PARTNER_STATUSES, partners, ({ value }) => partnerStatus(value, asOf)),
      byType: tally(TYPES, partners, ({ value }) => value.type),
      active: granted.partners.size,
      anchors: anchorsOf(facts),
    },
    applications: { total: applications.length, inProduction: granted.applications.size },
    subscriptions: {
      total: applications.reduce((sum, { value }) => sum + (value.subscriptions?.length ?? 0), 0),
      inProduction: granted.subscriptions,
    },
    tiers: { total: tiers.length, byStatus: tally(TIER_STATUSES, tiers, ({ value }) => value.status) },
    useCases: { total: useCases.length, byStage: tally(STAGES, useCases, ({ value }) => value.stage) },
    contractTemplates: { total: catalog.contractTemplates.size, versions: contractVersions.length },
  };
}

/** Counts items by state. Does not compile if a state of the items is missing from the list. */
function tally<State extends string, Item>(
  states: readonly State[],
  items: readonly Item[],
  stateOf: (item: Item) => State,
): Readonly<Record<State, number>> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  for (const item of items) counts[stateOf(item)] += 1;
  return counts;
}

function anchorsOf({ runningUseCases }: Facts): Counts['partners']['anchors'] {
  const anchorsAt = (stage: UseCase['stage']) =>
    new Set(
      runningUseCases
        .filter(({ value }) => value.stage === stage)
        .flatMap(({ value }) => value.partners ?? [])
        .filter(({ anchor }) => anchor === true)
        .map(({ partner }) => partner),
    );
  const live = anchorsAt('live');
  const pilot = [...anchorsAt('pilot')].filter((partner) => !live.has(partner));
  return { live: live.size, pilot: pilot.length };
}
