import type { ApiEntry, Catalog, Origin, Purpose } from '../../model';
import { originOf, policyOf } from '../../model';
import { type Sourced, sourced } from '../sourced';

/** What a subscription to an API must state about its purpose. */
export interface PurposeRules {
  /** Whether a purpose is required: it is if the API processes personal data or has a consent policy. */
  readonly purpose: Sourced<boolean>;
  /** Whether a legal basis is required: it is if the API processes personal data. */
  readonly legalBasis: Sourced<boolean>;
  /** The purposes that the consent policy allows; any purpose if undefined. */
  readonly allowed?: Sourced<readonly Purpose[]>;
}

/** The rules about purposes for every subscription to an API, at any tier. */
export function purposeRules(catalog: Catalog, api: ApiEntry): PurposeRules {
  const { personalData, policies } = api.value;
  const policyOrigin = originOf(api, ['policies', 'consent']);
  const personalDataOrigin = originOf(api, ['personalData']);
  const reasons: readonly Origin[] = [
    ...(personalData ? [personalDataOrigin] : []),
    ...(policies.consent === undefined ? [] : [policyOrigin]),
  ];
  const consent = policyOf(catalog, api.value, 'consent');
  return Object.freeze({
    purpose: sourced(reasons.length > 0, reasons.length > 0 ? reasons : [personalDataOrigin]),
    legalBasis: sourced(personalData, [personalDataOrigin]),
    ...(consent && { allowed: sourced(consent.value.purposes, [originOf(consent, ['purposes']), policyOrigin]) }),
  });
}
