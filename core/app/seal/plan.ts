import {
  type Catalog,
  type Entry,
  earliestDay,
  noticesFor,
  type RequiredNotice,
  type SealProblem,
  sealOf,
  sealProblem,
  sealsOf,
  type TermsEntry,
  type TermsFile,
  type Tier,
  termsName,
  termsOf,
  termsPath,
} from '../../model';
import { UserError } from '../user-error';
import { notANewVersion, otherTerms, rejectTooSoon } from './reject';

/** When terms are announced and in force. */
export interface SealDates {
  /** @default the as-of date */
  readonly announced?: string | undefined;
  /** @default the first day that the contracts allow, and not before the as-of date */
  readonly effective?: string | undefined;
}

/** A version of terms to write. */
export interface SealPlan {
  readonly tier: Entry<Tier>;
  readonly file: TermsFile;
  readonly seal: string;
  /** Whether the seal that the tier has now becomes the first of `previous`; not if only the dates of its version change. */
  readonly keepsReplaced: boolean;
  /** The notice that contracts require. */
  readonly notices: readonly RequiredNotice[];
}

/**
 * Plans the seal of an active or archived tier; undefined if its terms are sealed already, with these dates.
 *
 * @throws UserError if it cannot be sealed, with the edit to make
 */
export function planSeal(catalog: Catalog, tier: Entry<Tier>, dates: SealDates, asOf: string): SealPlan | undefined {
  const problem = sealProblem(catalog, tier.value);
  const { newest, earlier } = knownVersions(catalog, tier, problem);
  if (!problem) {
    if (newest && newest.digest !== sealsOf(tier.value)[0]?.digest)
      throw new UserError(
        `terms file '${newest.file}' is not the sealed one`,
        'restore it from version control; to change terms, change the tier and raise its version',
      );
    return newest && planDates(catalog, tier, newest, earlier, dates, asOf);
  }
  if (problem.reason === 'changed' || problem.reason === 'lower-version') throw notANewVersion(tier, problem);
  if (problem.file) return planExisting(catalog, tier, problem.file, earlier, dates, asOf);
  const existing = catalog.terms.get(termsName(tier.name, tier.value.version));
  if (existing) throw otherTerms(tier, existing);
  const announced = dates.announced ?? asOf;
  const terms = termsOf(catalog, tier.value);
  return planned(catalog, tier, terms, earlier, { ...dates, announced }, asOf, true);
}

/**
 * The seal of a version whose terms file exists, because a run was interrupted or somebody removed the seal. The file may have been
 * in force, so its terms and its dates are not replaced.
 */
function planExisting(
  catalog: Catalog,
  tier: Entry<Tier>,
  existing: TermsEntry,
  earlier: TermsEntry | undefined,
  dates: SealDates,
  asOf: string,
): SealPlan {
  const redated = planDates(catalog, tier, existing, earlier, dates, asOf);
  const seal = `${existing.value.version}:${existing.digest}`;
  return redated
    ? { ...redated, keepsReplaced: true }
    : { tier, file: existing.value, seal, keepsReplaced: true, notices: [] };
}

/** New dates of a version that is sealed already. */
function planDates(
  catalog: Catalog,
  tier: Entry<Tier>,
  newest: TermsEntry,
  earlier: TermsEntry | undefined,
  dates: SealDates,
  asOf: string,
): SealPlan | undefined {
  const { announced, effective, terms, version } = newest.value;
  const isSame = (dates.announced ?? announced) === announced && (dates.effective ?? effective) === effective;
  if (isSame) return undefined;
  const notices = earlier
    ? noticesFor(catalog, { tier: tier.value, before: earlier.value, after: terms, announced })
    : [];
  const isTooSoon = effective < earliestDay(notices, announced);
  if (effective <= asOf && announced < asOf && !isTooSoon)
    throw new UserError(
      `version ${version} of tier '${tier.name}' is in force since ${effective}, so its dates cannot change`,
      'to change the terms, change the tier and raise its version',
    );
  const given = { announced: dates.announced ?? announced, effective: dates.effective };
  return planned(catalog, tier, terms, earlier, given, asOf, false);
}

function planned(
  catalog: Catalog,
  tier: Entry<Tier>,
  terms: TermsFile['terms'],
  earlier: TermsEntry | undefined,
  { announced, effective: given }: SealDates & { readonly announced: string },
  asOf: string,
  keepsReplaced: boolean,
): SealPlan {
  const before = earlier?.value;
  const notices = before ? noticesFor(catalog, { tier: tier.value, before, after: terms, announced }) : [];
  const earliest = earliestDay(notices, announced);
  const effective = given ?? latest(earliest, asOf, before?.effective);
  rejectTooSoon(tier, { announced, effective, version: tier.value.version }, notices);
  if (before && effective < before.effective)
    throw new UserError(
      `terms of tier '${tier.name}' cannot be effective on ${effective}, before version ${before.version}, which is effective on ${before.effective}`,
      `pass --effective ${latest(earliest, before.effective)} or a later day`,
    );
  const file: TermsFile = { tier: tier.name, version: tier.value.version, announced, effective, terms };
  return { tier, file, seal: sealOf(file), keepsReplaced, notices };
}

/** The sealed version of a tier, and the one that a new version follows. */
function knownVersions(
  catalog: Catalog,
  tier: Entry<Tier>,
  problem: SealProblem | undefined,
): { readonly newest: TermsEntry | undefined; readonly earlier: TermsEntry | undefined } {
  const [newest, second] = sealsOf(tier.value).map(({ version }) => {
    const file = catalog.terms.get(termsName(tier.name, version));
    if (file) return file;
    throw new UserError(
      `terms file '${termsPath(tier.name, version)}' of a seal of tier '${tier.name}' does not exist, or is not valid`,
      'restore it from version control',
    );
  });
  const isNew = problem !== undefined;
  return { newest, earlier: isNew ? newest : second };
}

function latest(...days: readonly (string | undefined)[]): string {
  return (
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? ''
  );
}
