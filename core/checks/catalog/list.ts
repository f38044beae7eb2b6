import type { Check } from '../check';
import { apiNotVisible } from './api-not-visible';
import { invalidMaskingRule } from './invalid-masking-rule';
import { missingConsentPolicy } from './missing-consent-policy';
import { unknownReference } from './unknown-reference';

/** Every check between the documents of a catalog, by code. */
export const CATALOG_CHECKS: readonly Check[] = [
  apiNotVisible,
  invalidMaskingRule,
  missingConsentPolicy,
  unknownReference,
];
