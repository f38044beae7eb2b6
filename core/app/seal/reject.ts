import {
  type Entry,
  earliestDay,
  type RequiredNotice,
  type SealProblem,
  sealsOf,
  type TermsEntry,
  type TermsFile,
  type Tier,
} from '../../model';
import { UserError } from '../user-error';

/** Rejects a first day before the announcement, or before the notice of a contract is over. */
export function rejectTooSoon(
  tier: Entry<Tier>,
  { announced, effective, version }: Pick<TermsFile, 'announced' | 'effective' | 'version'>,
  notices: readonly RequiredNotice[],
): void {
  if (effective < announced)
    throw new UserError(
      `version ${version} of tier '${tier.name}' cannot be effective on ${effective}, before it is announced on ${announced}`,
      `pass --effective ${announced} or a later day`,
    );
  const short = notices.filter(({ earliest }) => effective < earliest);
  if (short.length === 0) return;
  const [first, ...others] = short.map(
    ({ partner, notice, of, earliest }) =>
      `partner '${partner.name}' (contract ${partner.value.contract.template} ${partner.value.contract.version}): ${notice} for ${of === 'price' ? 'a changed price' : 'changed terms'}, until ${earliest}`,
  );
  const more = others.length > SHOWN ? ` and ${others.length - SHOWN} more` : '';
  throw new UserError(
    `version ${version} of tier '${tier.name}' cannot be effective on ${effective}, because contracts require notice from ${announced} on: ${[first, ...others.slice(0, SHOWN)].join('; ')}${more}`,
    `pass --effective ${earliestDay(short, announced)} or a later day, or leave the option out`,
  );
}

const SHOWN = 4;

/** Why a tier has no version to seal: its terms changed, or its version is lower. */
export function notANewVersion({ name, value }: Entry<Tier>, { reason, version }: SealProblem): UserError {
  const [sealed] = sealsOf(value);
  return new UserError(
    reason === 'changed'
      ? `the terms of tier '${name}' changed, but version ${value.version} is already sealed with other terms`
      : `version ${value.version} of tier '${name}' is not later than the sealed version ${sealed?.version}`,
    `write \`version: ${version}\` in the tier, and run the command again`,
  );
}

/** Why a version cannot be sealed: its terms file exists, and has other terms. */
export function otherTerms({ name, value: { version } }: Entry<Tier>, existing: TermsEntry): UserError {
  return new UserError(
    `terms file '${existing.file}' exists, with other terms of version ${version} of tier '${name}'`,
    `write \`sealed: ${version}:${existing.digest}\` in the tier, and raise its version for the new terms; or delete the file if it was never announced`,
  );
}
