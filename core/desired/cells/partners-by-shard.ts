import { type ApplicationEntry, type Catalog, originalName, type Partner } from '../../model';
import { groupBy } from '../../model/base/group-by';
import { shardOf } from './shard';

/** A partner with its applications. */
export interface PartnerWithApplications {
  readonly partner: Partner;
  readonly applications: readonly ApplicationEntry[];
}

/** The partners of each shard, by shard number and partner name. Includes shards without partners. */
export function partnersByShard(catalog: Catalog, shards: number): readonly (readonly PartnerWithApplications[])[] {
  const applications = groupBy(catalog.applications.values(), ({ partner }) => partner.name);
  const byShard: PartnerWithApplications[][] = Array.from({ length: shards }, () => []);
  for (const { name, value: partner } of catalog.partners.values()) {
    byShard[shardOf(originalName(partner), shards)]?.push({ partner, applications: applications.get(name) ?? [] });
  }
  return byShard;
}
