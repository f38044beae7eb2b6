import type { TermsFile } from '../catalog/terms-file';
import { fileDigest } from '../text';

/** The folder of terms files, relative to the catalog. */
export const TERMS_FOLDER = 'terms';

/** The path of a terms file, relative to the catalog: `terms/paid/2.0.0.json`. */
export function termsPath(tier: string, version: string): string {
  return `${TERMS_FOLDER}/${tier}/${version}.json`;
}

/** The text of a terms file in canonical form: JSON with sorted keys, two spaces, LF and one newline at the end. */
export function termsText(file: TermsFile): string {
  return `${JSON.stringify(withSortedKeys(file), null, 2)}\n`;
}

/** The seal of a terms file: its version, a colon and its digest. */
export function sealOf(file: TermsFile): string {
  return `${file.version}:${fileDigest(termsText(file))}`;
}

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, withSortedKeys(item)]),
  );
}
