import type { Catalog } from '../catalog/catalog';
import { anyUnread } from '../catalog/entries';
import { type Terms, termsName } from '../catalog/terms-file';
import type { Tier } from '../kinds';
import { compareVersions, nextVersion } from '../units/version';
import { sealsOf } from './seals';
import { equalTerms, termsOf } from './terms-of';

/** Why the terms of an active or archived tier are not those of its seal. */
export interface SealProblem {
  readonly reason: 'unsealed' | 'new-version' | 'changed' | 'lower-version';
  /** The version to seal: the tier's own, or the next one if that is already sealed with other terms. */
  readonly version: string;
}

/**
 * Compares a tier with its sealed terms. Drafts need no seal. A terms file that is missing, broken or changed is reported as such, and
 * its content is not compared.
 */
export function sealProblem(catalog: Catalog, tier: Tier): SealProblem | undefined {
  if (tier.status === 'draft') return undefined;
  const [sealed] = sealsOf(tier);
  if (sealed === undefined || tier.sealed === undefined) return { reason: 'unsealed', version: tier.version };
  const order = compareVersions(tier.version, sealed.version);
  if (order > 0) return { reason: 'new-version', version: tier.version };
  if (order < 0) return { reason: 'lower-version', version: nextVersion(sealed.version) };
  const file = catalog.terms.get(termsName(tier.name, sealed.version));
  if (!file || file.digest !== sealed.digest) return undefined;
  return equalTerms(file.value.terms, currentTerms(catalog, tier, file.value.terms))
    ? undefined
    : { reason: 'changed', version: nextVersion(sealed.version) };
}

/** The terms of a tier now. The sealed service levels of APIs count as unchanged if an API cannot be read. */
function currentTerms(catalog: Catalog, tier: Tier, { apis }: Terms): Terms {
  const terms = termsOf(catalog, tier);
  if (!anyUnread(catalog, 'Api')) return terms;
  const { apis: _, ...others } = terms;
  return { ...others, ...(apis && { apis }) };
}
