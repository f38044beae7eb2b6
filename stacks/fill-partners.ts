import { PartnerApplications } from '../constructs';
import {
  type ApiEntry,
  type ApplicationDocument,
  type ApplicationEntry,
  type Catalog,
  type Entry,
  firstName,
  type Partner,
} from '../core/model';
import type { EnvironmentStack } from './environment-stack';
import { shardOf } from './shard';

/** A partner with its applications. */
export interface PartnerWithApplications {
  readonly partner: Entry<Partner>;
  readonly applications: readonly ApplicationEntry[];
}

/** The partners of each shard, shards from 0 on, partners by name. A shard without partners is there, too. */
export function partnersByShard(catalog: Catalog, shards: number): readonly (readonly PartnerWithApplications[])[] {
  const applications = new Map<string, ApplicationEntry[]>();
  for (const application of catalog.applications.values()) {
    const { name } = application.partner;
    const own = applications.get(name);
    if (own) own.push(application);
    else applications.set(name, [application]);
  }
  const byShard: PartnerWithApplications[][] = Array.from({ length: shards }, () => []);
  for (const partner of catalog.partners.values()) {
    byShard[shardOf(firstName(partner.value), shards)]?.push({
      partner,
      applications: applications.get(partner.name) ?? [],
    });
  }
  return byShard;
}

/** Puts partners into the stack of their shard. */
export function fillPartners(
  stack: EnvironmentStack,
  catalog: Catalog,
  partners: readonly PartnerWithApplications[],
): void {
  const { environment, asOf } = stack;
  for (const { partner, applications } of partners) {
    const subscriptions = applications.flatMap(({ value }) => value.subscriptions ?? []);
    // With a word in front: the tree of constructs takes the name of a member of every object for one that is there already.
    new PartnerApplications(stack, `partner-${partner.name}`, {
      environment,
      asOf,
      partner: partner.value,
      applications: applications.map(({ value }) => value).filter(isDocument),
      apis: pick<ApiEntry>(
        catalog.apis,
        subscriptions.map(({ api }) => api),
      ).map(({ value }) => value),
      tiers: pick(
        catalog.tiers,
        subscriptions.map(({ tier }) => tier),
      ).map(({ value }) => value),
    });
  }
}

/** Applications with a document of their own say whose they are; those inside their partner need not. */
function isDocument(application: ApplicationEntry['value']): application is ApplicationDocument {
  return 'kind' in application;
}

function pick<T>(entries: ReadonlyMap<string, T>, names: readonly string[]): readonly T[] {
  return [...new Set(names)].map((name) => entries.get(name)).filter((entry) => entry !== undefined);
}
