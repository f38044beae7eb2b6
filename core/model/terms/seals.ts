import type { Path } from '../base/position';
import type { Catalog, TermsEntry } from '../catalog/catalog';
import { termsName } from '../catalog/terms-file';
import type { Tier } from '../kinds';

/** A seal of a tier: one version of its terms. */
export interface Seal {
  readonly version: string;
  /** Digest of the terms file. */
  readonly digest: string;
  /** Its path in the Tier document. */
  readonly path: Path;
}

/** The seals of a tier as they are written: the current one, then those in `previous`. */
export function sealsOf({ sealed, previous = [] }: Pick<Tier, 'sealed' | 'previous'>): readonly Seal[] {
  const current = sealed === undefined ? [] : [parseSeal(sealed, ['sealed'])];
  return [...current, ...previous.map((seal, index) => parseSeal(seal, ['previous', index]))];
}

/** The fields of a tier with another seal. The seal that it has becomes the first of `previous`, unless it is not to be kept. */
export function withSealed(
  { sealed, previous = [] }: Pick<Tier, 'sealed' | 'previous'>,
  seal: string,
  keepsReplaced = true,
): Required<Pick<Tier, 'sealed' | 'previous'>> {
  return { sealed: seal, previous: keepsReplaced && sealed !== undefined ? [sealed, ...previous] : previous };
}

/** The terms files of a tier that exist and are listed in its document, the newest first. */
export function versionsOf({ terms }: Pick<Catalog, 'terms'>, tier: Tier): readonly TermsEntry[] {
  return sealsOf(tier).flatMap(({ version }) => terms.get(termsName(tier.name, version)) ?? []);
}

/** Whether a terms file is there but cannot be used, which is reported where it is. */
export function isTermsUnread({ unread }: Pick<Catalog, 'unread'>, tier: string, version: string): boolean {
  return unread !== undefined && (unread.has('*') || unread.has(`Terms/${termsName(tier, version)}`));
}

function parseSeal(seal: string, path: Path): Seal {
  const colon = seal.lastIndexOf(':');
  return { version: seal.slice(0, colon), digest: seal.slice(colon + 1), path };
}
