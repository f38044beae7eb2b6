import type { Catalog, TermsEntry } from '../catalog/catalog';
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
  /** The terms file of this version, if it exists and has these terms: only its seal is missing in the tier. */
  readonly file?: TermsEntry;
}

/**
 * Compares a tier with its sealed terms. Drafts need no seal. A terms file that is missing, broken or changed is reported as such, and
 * its content is not compared.
 */
export function sealProblem(catalog: Catalog, tier: Tier): SealProblem | undefined {
  if (tier.status === 'draft') return undefined;
  const [sealed] = sealsOf(tier);
  const { version } = tier;
  const unwritten = fileWithTermsOf(catalog, tier, version);
  const file = unwritten && { file: unwritten };
  if (sealed === undefined || tier.sealed === undefined) return { reason: 'unsealed', version, ...file };
  const order = compareVersions(version, sealed.version);
  if (order > 0) return { reason: 'new-version', version, ...file };
  if (order < 0) return { reason: 'lower-version', version: nextVersion(sealed.version) };
  const existing = catalog.terms.get(termsName(tier.name, sealed.version));
  if (existing?.digest !== sealed.digest || fileWithTermsOf(catalog, tier, sealed.version)) return undefined;
  return { reason: 'changed', version: nextVersion(sealed.version) };
}

/** The terms file of a version, if it has the terms that the tier has now. */
function fileWithTermsOf(catalog: Catalog, tier: Tier, version: string): TermsEntry | undefined {
  const file = catalog.terms.get(termsName(tier.name, version));
  return file && equalTerms(file.value.terms, currentTerms(catalog, tier, file.value.terms)) ? file : undefined;
}

/** The terms of a tier now. The sealed service levels of APIs count as unchanged if an API cannot be read. */
function currentTerms(catalog: Catalog, tier: Tier, { apis }: Terms): Terms {
  const terms = termsOf(catalog, tier);
  if (!anyUnread(catalog, 'Api')) return terms;
  const { apis: _, ...others } = terms;
  return { ...others, ...(apis && { apis }) };
}
