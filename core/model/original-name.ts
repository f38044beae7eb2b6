import type { OwnedApplication } from './catalog/catalog';

/** A document that may be renamed while what it stands for lives on. */
export interface Renamable {
  readonly name: string;
  readonly renamedFrom?: string | undefined;
}

/**
 * The first name that a partner or an application had. It never changes while the document exists, so ids, addresses and the
 * partner's shard are made of it.
 */
export function originalName({ name, renamedFrom }: Renamable): string {
  return renamedFrom ?? name;
}

/** The first names of an application's partner and of the application. No other application of a catalog has the same two. */
export function originalNames({ partner, value }: OwnedApplication): readonly [partner: string, application: string] {
  return [originalName(partner.value), originalName(value)];
}
