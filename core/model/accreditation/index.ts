/** What partners have proved and reached: evidence, levels, and the previews that these open. */
export { isInAudience } from './audience';
export { type Evidence, evidenceEnd, hasEvidence } from './evidence';
export { isAtLeast, levelOn } from './level';
