import type { ApiEntry, Catalog, Origin, Purpose } from '../../model';
import { originOf, policyOf } from '../../model';
import { type Sourced, sourced } from '../sourced';

/** What a subscription of an API has to say about why it calls. */
export interface PurposeRules {
  /** Whether a purpose is needed: personal data or a consent policy ask for one. */
  readonly purpose: Sourced<boolean>;
  /** Whether a legal basis is needed: personal data ask for one. */
  readonly legalBasis: Sourced<boolean>;
  /** The purposes that the consent policy allows; any where it is missing. */
  readonly allowed?: Sourced<readonly Purpose[]>;
}

/** The rules about purposes that hold for whoever subscribes to an API, at whichever tier. */
export function purposeRules(catalog: Catalog, api: ApiEntry): PurposeRules {
  const { personalData, policies } = api.value;
  const named = originOf(api, ['policies', 'consent']);
  const personal = originOf(api, ['personalData']);
  const reasons: readonly Origin[] = [
    ...(personalData ? [personal] : []),
    ...(policies.consent === undefined ? [] : [named]),
  ];
  const consent = policyOf(catalog, api.value, 'consent');
  return Object.freeze({
    purpose: sourced(reasons.length > 0, reasons.length > 0 ? reasons : [personal]),
    legalBasis: sourced(personalData, [personal]),
    ...(consent && { allowed: sourced(consent.value.purposes, [originOf(consent, ['purposes']), named]) }),
  });
}
