import { sealOf, type TermsFile, termsOf, termsPath, termsText } from '../../core/model';
import { type Files, loadFiles } from './catalog';

/** A placeholder for the seal of a tier, which {@link withTerms} replaces. */
export const SEAL = '0.0.0:0000000000000000000000000000000000000000000000000000000000000000';

/** The dates of terms files. */
export type TermsDates = Pick<TermsFile, 'announced' | 'effective'>;

const DATES: TermsDates = { announced: '2026-02-01', effective: '2026-02-01' };

/** Files with a terms file for each tier whose seal is {@link SEAL}, and with the seal in place of it. */
export function withTerms<F extends Files>(files: F, dates: TermsDates = DATES): F & Readonly<Record<string, string>> {
  const { catalog } = loadFiles(files);
  const result: Record<string, string | Uint8Array> = { ...files };
  for (const tier of catalog.tiers.values()) {
    if (tier.value.sealed !== SEAL) continue;
    const { name, version } = tier.value;
    const file: TermsFile = { tier: name, version, ...dates, terms: termsOf(catalog, tier.value) };
    const path = tier.file.replace(/^catalog\//, '');
    const { line, column } = tier.at(['sealed']);
    const lines = String(result[path]).split('\n');
    const text = lines[line - 1] ?? '';
    lines[line - 1] = text.slice(0, column - 1) + text.slice(column - 1).replace(SEAL, sealOf(file));
    result[path] = lines.join('\n');
    result[termsPath(name, version)] = termsText(file);
  }
  return result as F & Record<string, string>;
}
