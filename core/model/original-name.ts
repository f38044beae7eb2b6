import type { OwnedApplication } from './catalog/catalog';

/** A document that can be renamed and still identify the same partner or application. */
export interface Renamable {
  readonly name: string;
  readonly renamedFrom?: string | undefined;
}

/**
 * The original name of a partner or an application. It never changes while the document exists, so ids, addresses and the partner's
 * shard are computed from it.
 */
export function originalName({ name, renamedFrom }: Renamable): string {
  return renamedFrom ?? name;
}

/** The original names of an application's partner and of the application, a pair that is unique in a catalog. */
export function originalNames({ partner, value }: OwnedApplication): readonly [partner: string, application: string] {
  return [originalName(partner.value), originalName(value)];
}
