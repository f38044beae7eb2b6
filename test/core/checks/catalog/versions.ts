import { sealOf, type Terms, type TermsFile, termsOf, termsPath, termsText } from '../../../../core/model';
import { loadFiles } from '../../../support/catalog';
import { SEAL, type TermsDates } from '../../../support/terms';
import { type Change, changed } from './programme';

/** A version of the terms of a tier that the programme had before. Its terms are those of the programme, with changes. */
export interface EarlierVersion extends TermsDates {
  readonly version: string;
  /** The fields that differ; an undefined one is missing. */
  readonly terms?: { readonly [Field in keyof Terms]?: Terms[Field] | undefined };
}

/** Version 1.0.0 of tier 'paid', with higher limits than version 2.0.0, which follows it. */
export const HIGHER: EarlierVersion = {
  version: '1.0.0',
  announced: '2026-01-01',
  effective: '2026-01-01',
  terms: { limits: { second: 30, minute: 600 } },
};
/** The same for tier 'free'. */
export const HIGHER_FREE: EarlierVersion = {
  ...HIGHER,
  version: '0.9.0',
  terms: { limits: { second: 1, minute: 31 } },
};

/** The days of the version that the programme has. */
export interface NewestVersion extends TermsDates {
  /** Whether a finding is expected at its effective day. */
  readonly isMarked?: boolean;
}

/**
 * Changes that give a tier of the programme earlier versions of its terms, the newest first, and its own version other days.
 *
 * @param base changes of the programme that decide what the terms are
 */
export function versions(
  tier: 'free' | 'paid',
  { isMarked, ...dates }: NewestVersion,
  earlier: readonly EarlierVersion[],
  base: readonly Change[] = [],
): readonly Change[] {
  const { catalog } = loadFiles(changed(base).files);
  const { value } = catalog.tiers.get(tier) ?? {};
  if (!value) throw new Error(`tier '${tier}' is not in the programme`);
  const terms = termsOf(catalog, value);
  const newest: TermsFile = { tier, version: value.version, ...dates, terms };
  const older = earlier.map(({ terms: change, ...fields }): TermsFile => {
    const entries = Object.entries({ ...terms, ...change }).filter(([, field]) => field !== undefined);
    return { tier, ...fields, terms: Object.fromEntries(entries) as unknown as Terms };
  });
  const seals = older.map((file) => `  - ${sealOf(file)}\n`);
  const previous = seals.length > 0 ? `previous:\n${seals.join('')}` : '';
  const fileOf = (file: TermsFile): Change => [termsPath(tier, file.version), '', termsText(file)];
  const [path, , text] = fileOf(newest);
  return [
    ...base,
    [`tiers/${tier}.yaml`, `sealed: ${SEAL}\n`, `sealed: ${sealOf(newest)}\n${previous}`],
    [path, '', isMarked ? text.replace('"effective": ', '"effective": «') : text],
    ...older.map(fileOf),
  ];
}
