/** The terms of tiers: their files, their seals, and which version is in force. */
export { changesIn, haveEqualLimits, type TermsChanges } from './changes';
export { agreedTierOn, apiSlaAt, type TermsPin, termsInForce, tiersOn } from './in-force';
export { earliestDay, noticesFor, type RequiredNotice, type TermsChange } from './notice';
export { type SealProblem, sealProblem } from './seal-problem';
export { isTermsUnread, type Seal, sealsOf, versionsOf, withSealed } from './seals';
export { joinedSla, slaFallback } from './sla-fallback';
export { equalTerms, termsOf } from './terms-of';
export { termsOrigin } from './terms-origin';
export { sealOf, TERMS_FOLDER, termsPath, termsText } from './terms-text';
export { type AppliedTier, tierFrom } from './tier-from';
